"""python fix_spark.py MODEL FOLDER OUTPUT: fixes a folder of images into a Parquet table."""

import sys

from pyspark.sql import SparkSession

from image_preflight.spark import fix_images

model, folder, output = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "64")  # images are large rows
spark.conf.set("spark.sql.files.openCostInBytes", "0")  # and many make a task
images = spark.read.format("binaryFile").load(folder)
fix_images(images, model=model).write.parquet(output)
