"""python fix_ray.py MODEL FOLDER: counts the verdicts of a folder of images."""

import sys

import ray

from image_preflight.ray import FixImages

images = ray.data.read_binary_files(sys.argv[2], include_paths=True)
fixed = images.map_batches(
    FixImages,
    fn_constructor_args=[sys.argv[1]],
    batch_size=64,
    compute=ray.data.ActorPoolStrategy(size=1),
    num_cpus=0.5,  # an actor of a whole CPU leaves none to read with on a small machine
)
print(fixed.groupby("verdict").count().take_all())
