# The targets of the Python system, and what is needed without Docker.
name = blur_detection
base = $(name)_base

# ONNX Runtime would report its use to its maker.
export ORT_DISABLE_TELEMETRY = 1

.PHONY: server client thrift build_base_image rm_base_image rebuild_base_image up down image_tar check_image run_tar load

# ARGS holds further flags: make server ARGS="--workers 4"
server:
	./blur server $(ARGS)

# Sends data/input/License/Test unless ARGS names another folder.
client:
	./blur client $(ARGS)

# Code for other languages from the interface: make thrift LANGUAGE=js:node,es6
LANGUAGE = py
thrift:
	mkdir -p target/thrift
	thrift -r --gen $(LANGUAGE) -o target/thrift blur-service/src/main/resources/io/github/blurdetect/service/interface.thrift

build_base_image:
	docker build --target base -t $(base) .
rm_base_image:
	docker rmi $(base)
rebuild_base_image: rm_base_image build_base_image

up:
	docker compose up -d --build
down:
	docker compose down --rmi local

# Without Docker: a base image of this machine's JDK, the service's image on it, and a run of that.
image_tar: target/base.tar
	mvn -q -B -Dquick -Pimage -Dimage.base=tar://$(CURDIR)/target/base.tar -pl blur-service -am package
target/base.tar:
	mkdir -p target
	docker/base-tar $@
# Loads and runs that image with buildah (Debian: buildah), as root.
check_image: image_tar
	mvn -q -B -pl blur-service -am verify -Dtest=ImageTarTest -Dsurefire.failIfNoSpecifiedTests=false
run_tar:
	docker/run-tar blur-service/target/blur-service-image.tar BLUR_HOST=127.0.0.1 BLUR_MANAGEMENT_HOST=127.0.0.1 -- $(ARGS)

load:
	blur-bench/load $(ARGS)
