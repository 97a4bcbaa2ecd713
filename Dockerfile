# One image, one process, one port. Build: docker build -t gnomon .   Run: docker run -v gnomon:/data -p 9090:9090 gnomon
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY core core
COPY collectors collectors
COPY rules rules
COPY web web
RUN mvn -B -q -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /data gnomon
COPY --from=build /src/web/target/gnomon.jar /opt/gnomon/gnomon.jar
COPY gnomon /opt/gnomon/gnomon
USER gnomon
WORKDIR /data
VOLUME /data
EXPOSE 9090
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s \
  CMD ["/bin/sh", "-c", "exec 3<>/dev/tcp/127.0.0.1/9090 2>/dev/null || wget -q -O /dev/null http://127.0.0.1:9090/-/ready"]
ENTRYPOINT ["/opt/gnomon/gnomon"]
CMD ["serve", "--web.listen-address=0.0.0.0:9090", "--storage.tsdb.path=/data"]
