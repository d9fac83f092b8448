"""The server, asked by the client of its own package over standard input."""

from __future__ import annotations

import asyncio
import json
import os
import sys

import pytest
from conftest import GPT, IMAGES

mcp = pytest.importorskip("mcp")


def test_the_tools_answer(tmp_path):
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def main():
        parameters = StdioServerParameters(
            command=sys.executable, args=["-m", "image_preflight.mcp"], env=dict(os.environ)
        )
        async with stdio_client(parameters) as pipes, ClientSession(*pipes) as session:
            await session.initialize()
            tools = {tool.name for tool in (await session.list_tools()).tools}
            assert tools == {"check_images", "fix_images", "explain"}
            given = {"paths": [str(IMAGES / "gif-2-frames.gif")], "model": GPT}
            checked = await session.call_tool("check_images", given)
            report = json.loads(checked.content[0].text)
            assert report["images"][0]["findings"][0]["code"] == "IMG103"
            out = str(tmp_path / "out")
            await session.call_tool("fix_images", {**given, "folder": out})
            assert os.listdir(out) == ["gif-2-frames.gif"]
            page = await session.call_tool("explain", {"code": "IMG202"})
            assert "IMG202" in page.content[0].text
            for name, wrong in (
                ("check_images", {**given, "model": "nope"}),
                ("explain", {"code": "IMG999"}),
            ):
                answer = await session.call_tool(name, wrong)
                assert answer.model_dump(by_alias=True)["isError"]

    asyncio.run(main())
