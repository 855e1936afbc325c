# Mockingbird in a container. Build: docker build -t mockingbird .
# Run in a terminal:  docker run -it --rm --init -v mockingbird:/data mockingbird design

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.base.json ./
COPY src ./src
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
ENV DATA_DIR=/data
# No user database entry is needed for this user; it may write /data and nothing else.
RUN mkdir /data && chown 10001:10001 /data
COPY package.json ./
COPY migrations ./migrations
COPY prompts ./prompts
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER 10001:10001
VOLUME /data
ENTRYPOINT ["node", "dist/main.js"]
