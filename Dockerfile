# The blur detection service. `docker build -t blur_detection .`
# The images it stands on can be others: --build-arg BUILD_IMAGE=..., --build-arg BASE_IMAGE=...
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-17
ARG BASE_IMAGE=eclipse-temurin:17-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -Dquick -pl blur-service -am package dependency:copy-dependencies -DincludeScope=runtime \
 && mkdir -p /app && cp blur-service/target/dependency/*.jar blur-service/target/blur-service-*.jar /app/

FROM ${BASE_IMAGE} AS base

FROM base
COPY --from=build /app /app
WORKDIR /tmp
# Nobody in particular: the service needs no rights, and only /tmp to unpack native libraries.
USER 65532:65532
# ONNX Runtime would report its use to its maker, and crashes in a bare container where it cannot.
# MALLOC_*: memory of decoded images goes back to the system at once (docs/deployment.md).
ENV BLUR_HOST=0.0.0.0 BLUR_MANAGEMENT_HOST=0.0.0.0 ORT_DISABLE_TELEMETRY=1 \
  MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=1048576
EXPOSE 9099 9098
HEALTHCHECK --interval=30s --timeout=15s --start-period=30s \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp", "/app/*", "io.github.blurdetect.service.HealthCheck"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-Djava.awt.headless=true", \
  "--add-modules=jdk.incubator.vector", \
  "-Dorg.slf4j.simpleLogger.showDateTime=true", \
  "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX", \
  "-Dorg.slf4j.simpleLogger.showThreadName=false", \
  "-Dorg.slf4j.simpleLogger.showShortLogName=true", \
  "-cp", "/app/*", "io.github.blurdetect.service.ServerMain"]
