# syntax=docker/dockerfile:1

# The first stage has pip and makes the virtual environment; the last one only gets what came of it.
FROM python:3.13-slim AS build
WORKDIR /build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY requirements.txt ./
RUN python -m venv --without-pip /venv \
    && pip --python /venv/bin/python install --no-compile --require-hashes --only-binary :all: --requirement requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
COPY config ./config
COPY handlers ./handlers
COPY transcript ./transcript
RUN pip wheel --no-deps --wheel-dir /wheels . \
    && pip --python /venv/bin/python install --no-compile --no-deps --no-index /wheels/*.whl \
    && find /venv -regex '.*\.\(a\|c\|cpp\|dll\|h\|pxd\|pxi\|pyx\)\|.*/site-packages/[^/]*/tests/.*' -delete

FROM python:3.13-slim
# Fonts for the pictures of quotes, in the letters of most languages.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fontconfig fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji \
    && rm -rf /var/lib/apt/lists/* \
    && pip uninstall --yes pip \
    && useradd --system --uid 10001 --home-dir /nonexistent --no-create-home --shell /usr/sbin/nologin pullquote \
    && install --directory --owner pullquote /data
COPY --from=build /venv /venv
# Bytecode of what the bot loads: it cannot write that itself, and each start would spend two seconds on making it anew.
RUN DATA_DIR=/venv/made /venv/bin/python -m bot migrate \
    && rm -r /venv/made \
    && /venv/bin/python -c "import bot.health, bot.shelves.worker, transcript.feeds.worker, transcript.index.preparation, \
    asyncpg, babel.numbers, sqlalchemy.dialects.postgresql.asyncpg"
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATA_DIR=/data \
    HEALTH_PORT=8080 \
    LOG_FORMAT=json
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
CMD ["python", "-m", "bot"]
