"""Unpacks an image tar (as `docker save` or Jib write it) and prints how it is to be started.

    python3 unpack-image.py IMAGE.tar FOLDER

Prints lines "env NAME=VALUE", "user ID:ID" and "run WORD", one word of the command each.
"""

import io
import json
import os
import posixpath
import shutil
import sys
import tarfile

WHITEOUT = ".wh."


def unpack(layer, folder):
    for entry in layer:
        directory, name = posixpath.split(entry.name)
        if name.startswith(WHITEOUT):
            gone = os.path.join(folder, directory, name[len(WHITEOUT):])
            if os.path.isdir(gone) and not os.path.islink(gone):
                shutil.rmtree(gone)
            elif os.path.lexists(gone):
                os.remove(gone)
        else:
            layer.extract(entry, folder)


def main(image, folder):
    with tarfile.open(image) as archive:
        manifest = json.load(archive.extractfile("manifest.json"))[0]
        config = json.load(archive.extractfile(manifest["Config"]))["config"]
        for name in manifest["Layers"]:
            content = io.BytesIO(archive.extractfile(name).read())
            with tarfile.open(fileobj=content) as layer:  # gzip or not
                unpack(layer, folder)
    for variable in config.get("Env", []):
        print("env", variable)
    print("user", config.get("User", "0:0"))
    for word in config.get("Entrypoint", []) + (config.get("Cmd") or []):
        print("run", word)


main(*sys.argv[1:])
