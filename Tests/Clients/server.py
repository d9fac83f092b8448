#!/usr/bin/env python3
"""A chat-completions endpoint on the loopback interface that refuses what the six models refuse.

    server.py [--port PORT]     serves until it is interrupted; port 0 takes a free one
    server.py --self-test       shows each rule accepting and refusing
"""

from __future__ import annotations

import argparse
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from judge import Accepted, Refusal, judge

LONGEST_BODY = 64_000_000
"""A body of more bytes is not read: the connection is closed without an answer, as the real
service is reported to do."""


class Endpoint(ThreadingHTTPServer):
    """The server. `accepted` holds what was taken, in the order of arrival."""

    daemon_threads = True

    def __init__(self, port: int = 0):
        super().__init__(("127.0.0.1", port), Handler)
        self.accepted: list[Accepted] = []

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def __enter__(self) -> Endpoint:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: Endpoint

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", -1))
        if not 0 <= length <= LONGEST_BODY:
            self.close_connection = True
            return
        body = self.rfile.read(length)
        try:
            self.check_route()
            accepted = judge(body)
        except Refusal as refusal:
            self.answer(refusal.status, error_object(refusal))
            return
        self.server.accepted.append(accepted)
        self.answer(200, completion_object(accepted, len(self.server.accepted)))

    def check_route(self) -> None:
        if self.path != "/v1/chat/completions":
            raise Refusal("route", f"Unknown request URL: POST {self.path}.", status=404)
        if self.headers.get_content_type() != "application/json":
            raise Refusal("route", "Expected the content type application/json.", status=415)

    def answer(self, status: int, document: dict) -> None:
        data = json.dumps(document).encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments) -> None:
        """Says nothing: the run prints its own table."""


def error_object(refusal: Refusal) -> dict:
    return {
        "error": {
            "message": refusal.message,
            "type": "invalid_request_error",
            "param": None,
            "code": refusal.kind,
        }
    }


def completion_object(accepted: Accepted, number: int) -> dict:
    images = len(accepted.images)
    prompt_tokens = images + sum(len(text.split()) for text in accepted.texts)
    return {
        "id": f"chatcmpl-{number}",
        "object": "chat.completion",
        "created": 0,
        "model": accepted.model,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": f"{images} images", "refusal": None},
                "logprobs": None,
                "finish_reason": "stop",
            }
        ],
        "usage": {
            "prompt_tokens": prompt_tokens,
            "completion_tokens": 2,
            "total_tokens": prompt_tokens + 2,
        },
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        import self_test

        return self_test.main()
    with Endpoint(arguments.port) as endpoint:
        print(endpoint.base_url, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0


if __name__ == "__main__":
    raise SystemExit(main())
