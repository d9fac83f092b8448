"""python repair_openai.py BASE_URL MODEL FILE: asks about an image that may need a cure."""

import base64
import mimetypes
import sys

import openai

from image_preflight.openai import http_client

base_url, model, file = sys.argv[1:]
client = openai.OpenAI(base_url=base_url, api_key="none", http_client=http_client())
with open(file, "rb") as image:
    data = base64.b64encode(image.read()).decode("ascii")
url = f"data:{mimetypes.guess_type(file)[0]};base64,{data}"
content = [{"type": "image_url", "image_url": {"url": url}}]
answer = client.chat.completions.create(
    model=model, messages=[{"role": "user", "content": content}]
)
print(answer.choices[0].message.content)
