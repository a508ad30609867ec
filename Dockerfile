# Production dependencies only, from the lockfile.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings Node 24 itself, so the copy bundled for older machines goes (about 190 MB).
RUN npm ci --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/node-linux-* node_modules/.bin/node

FROM node:24-slim
# The schedule is kept in UTC; digest hours follow `timezone` in feeds.yaml.
ENV NODE_ENV=production \
    TZ=UTC \
    TELWATCH_CONFIG=/app/feeds.yaml \
    TELWATCH_STATE=/state \
    HEALTH_PORT=8080
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json feeds.yaml ./
COPY bin ./bin
COPY src ./src
# Owned by root and read-only to the process; only the state folder is its own.
RUN mkdir /state && chown node:node /state
USER node
VOLUME ["/state"]
# Loopback inside the container; set HEALTH_HOST=0.0.0.0 to publish the port.
HEALTHCHECK --interval=60s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/telwatch.js"]
CMD ["run"]
