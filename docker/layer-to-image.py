"""Packs a folder into an image tar as `docker save` writes it, the same bytes for the same folder.

    python3 layer-to-image.py FOLDER OUT.tar
"""

import hashlib
import io
import json
import os
import sys
import tarfile

ENVIRONMENT = ["PATH=/opt/java/bin", "JAVA_HOME=/opt/java", "LANG=C.UTF-8"]


def anonymous(entry):
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    return entry


def add_bytes(archive, name, content):
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    archive.addfile(entry, io.BytesIO(content))


def layer_of(folder):
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=tarfile.GNU_FORMAT) as layer:
        for name in sorted(os.listdir(folder)):
            layer.add(os.path.join(folder, name), arcname=name, filter=anonymous)
    return content.getvalue()


def main(folder, out):
    layer = layer_of(folder)
    machine = {"x86_64": "amd64", "aarch64": "arm64"}.get(os.uname().machine, os.uname().machine)
    config = json.dumps(
        {
            "architecture": machine,
            "os": "linux",
            "created": "1970-01-01T00:00:00Z",
            "config": {"Env": ENVIRONMENT},
            "rootfs": {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(layer).hexdigest()]},
            "history": [{"created": "1970-01-01T00:00:00Z", "created_by": "docker/base-tar"}],
        }
    ).encode()
    name = hashlib.sha256(config).hexdigest() + ".json"
    manifest = [{"Config": name, "RepoTags": ["blur_detection_base:latest"], "Layers": ["layer.tar"]}]
    with tarfile.open(out, "w", format=tarfile.GNU_FORMAT) as image:
        add_bytes(image, name, config)
        add_bytes(image, "layer.tar", layer)
        add_bytes(image, "manifest.json", json.dumps(manifest).encode())


main(*sys.argv[1:])
