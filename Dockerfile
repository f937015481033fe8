# syntax=docker/dockerfile:1
# An image built from this file contains libsignal (GPL-3.0): read NOTICE before you give it to anybody.

FROM node:24-bookworm-slim AS build
WORKDIR /app
# .npmrc keeps packages from running code at install; it has to be there before npm ci.
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY bot-flows ./bot-flows
COPY web-link ./web-link
RUN npm run build && rm -f dist/.tsbuildinfo

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Peers are what packages need only for features that are not used here (pictures, a UI).
RUN npm ci --omit=dev --omit=peer && npm cache clean --force

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    MALLOC_ARENA_MAX=2 \
    DATA_DIR=/data
# The embedded database and nothing else is written; the program itself belongs to root.
RUN mkdir --mode=0700 /data && chown node:node /data
COPY package.json LICENSE NOTICE ./
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY prisma/migrations ./prisma/migrations
COPY web-link/public ./web-link/public
USER node
VOLUME /data
EXPOSE 3000
# The role bot listens on no port: watch it through /readyz of a web instance, which names whatsapp.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "if (process.env.ROLE === 'bot') process.exit(0); fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/src/main/start.js"]
