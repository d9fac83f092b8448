"""Spark, local[2]: every row answered, and as the calls answer."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys

import pytest
from conftest import GPT, IMAGES, ROOT, fragile, snippet

pytest.importorskip("pyspark")

from pyspark.sql import SparkSession  # noqa: E402

from image_preflight import check, find_program, fix  # noqa: E402
from image_preflight.spark import CHECKED, FIXED, check_images, fix_images  # noqa: E402


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    real = find_program()
    # The workers inherit it; it works as the program does, save for a poisoned row.
    os.environ["IMGCHECK_BIN"] = fragile(tmp_path_factory.mktemp("program"))
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
        .getOrCreate()
    )
    yield session
    session.stop()
    os.environ["IMGCHECK_BIN"] = real


def test_every_row_is_answered_as_the_calls_answer(spark):
    df = spark.read.format("binaryFile").load(str(IMAGES))
    assert check_images(df, model=GPT).columns == [
        "path", "modificationTime", "length", *CHECKED.fieldNames(),
    ]  # fmt: skip
    rows = {row.path.removeprefix("file:"): row for row in check_images(df, model=GPT).collect()}
    fixed = {row.path.removeprefix("file:"): row for row in fix_images(df, model=GPT).collect()}
    # Spark itself leaves out files without a byte.
    paths = sorted(str(path) for path in IMAGES.iterdir() if path.stat().st_size > 0)
    assert sorted(rows) == sorted(fixed) == paths and len(paths) > 100
    contents = [open(path, "rb").read() for path in paths]
    checks = check(contents, model=GPT, each=True).images
    fixes = fix(contents, model=GPT, each=True).images
    for path, said, made in zip(paths, checks, fixes, strict=True):
        assert rows[path].verdict == said.verdict
        assert [f.code for f in rows[path].findings] == [f.code for f in said.findings]
        assert (fixed[path].fixed, fixed[path].media_type) == (made.data, made.media_type)


def test_nulls_and_bad_rows_are_rows(spark):
    photo = (IMAGES / "jpeg-photo.jpg").read_bytes()
    given = [(0, None), (1, b"no image"), (2, photo), (3, None), (4, b""), (5, None)]
    df = spark.createDataFrame(given, "n int, content binary").coalesce(1)
    rows = fix_images(df, model=GPT).orderBy("n").collect()
    assert [row.verdict for row in rows] == [
        "unchecked", "rejected", "accepted", "unchecked", "rejected", "unchecked",
    ]  # fmt: skip
    assert [row.fixed for row in rows] == [None, None, photo, None, None, None]
    assert rows[0].error == "The content is null." and len(FIXED) == len(rows[0]) - 1


def test_an_empty_frame_is_empty(spark):
    df = spark.createDataFrame([], "content binary")
    assert check_images(df, model=GPT).collect() == []


def test_a_poisoned_row_costs_itself_alone(spark):
    # The program dies at a line that holds the word, which base64 of these bytes spells.
    import base64

    photo = (IMAGES / "jpeg-photo.jpg").read_bytes()
    poisoned = photo + b"\0" * (-len(photo) % 3) + base64.b64decode("poisonAA")
    df = spark.createDataFrame([(0, photo), (1, poisoned), (2, photo)], "n int, content binary")
    rows = check_images(df.coalesce(1), model=GPT).orderBy("n").collect()
    assert [row.verdict for row in rows] == ["accepted", "unchecked", "accepted"]


@pytest.fixture
def shots(tmp_path):
    for name in ("cut-jpeg-half.jpg", "gif-2-frames.gif", "jpeg-photo.jpg"):
        shutil.copy(IMAGES / name, tmp_path)
    return tmp_path


def test_the_snippet_of_the_docs(spark, shots):
    program = snippet("from image_preflight.spark").replace("/Volumes/main/shots", str(shots))
    before = spark.conf.get("spark.sql.files.openCostInBytes")
    try:
        exec(program, {"spark": spark})
    finally:
        spark.conf.set("spark.sql.files.openCostInBytes", before)
    query = "SELECT verdict FROM fixed WHERE fixed IS NOT NULL ORDER BY path"
    assert [row.verdict for row in spark.sql(query).collect()] == ["fixable", "accepted"]


def test_the_recipe_of_the_docs_for_pipe(spark, shots):
    (recipe,) = re.findall(r"`(rdd\.map.*?)`\.", (ROOT / "docs" / "python.md").read_text())
    paths = sorted(str(path) for path in shots.iterdir())
    rdd = spark.sparkContext.parallelize(paths, 2)
    names = {"rdd": rdd, "json": json, "find_program": find_program}
    lines = eval(recipe.removesuffix(")") + ", checkCode=True)", names)
    answers = {one["id"]: one["verdict"] for one in map(json.loads, lines.collect())}
    assert answers == dict(zip(paths, ["rejected", "fixable", "accepted"]))
