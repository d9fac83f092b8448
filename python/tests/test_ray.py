"""Ray on this machine: every row answered, and as the calls answer."""

from __future__ import annotations

import pytest
from conftest import GPT, IMAGES

ray = pytest.importorskip("ray")
pytest.importorskip("ray.data")

from image_preflight import fix  # noqa: E402
from image_preflight.ray import FixImages  # noqa: E402


def test_every_row_is_answered_as_the_calls_answer():
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        paths = sorted(str(path) for path in IMAGES.iterdir())
        rows = (
            ray.data.read_binary_files(paths, include_paths=True)
            .map_batches(
                FixImages,
                fn_constructor_args=[GPT],
                batch_size=64,
                compute=ray.data.ActorPoolStrategy(size=1),
                num_cpus=0.5,
            )
            .take_all()
        )
    finally:
        ray.shutdown()
    said = {row["path"]: row for row in rows}
    assert sorted(said) == paths
    contents = [open(path, "rb").read() for path in paths]
    for path, image in zip(paths, fix(contents, model=GPT, each=True).images, strict=True):
        row = said[path]
        assert (row["verdict"], row["fixed"]) == (image.verdict, image.data)
        assert row["codes"] == ",".join(one.code for one in image.findings)
