"""Recognises a whole archive with Dask: `extract` on every part, then one corpus for `related`.

The archive is NDJSON, one document a line: {"id", "text", "lang"?, "published"?}. Each part of it goes through the
command line as a filter, on whichever worker is free; workers need Node and the command, nothing else. What comes out:

    OUT/extracted/part-*.ndjson   what `extract --ndjson` answers, in the order of the archive
    OUT/corpus/part-*.ndjson      documents with the claims found, as `related --ndjson` reads them
    OUT/related.ndjson            for each claim, those of other documents that speak of the same (with --related)

Usage: archive_dask.py --scheduler tcp://HOST:8786 --out FOLDER [--related] [--block 16MiB]
                       [--command "editorial-claims"] ARCHIVE.ndjson...
"""

import argparse
import json
import pathlib
import shlex
import subprocess
import sys

import dask.bag
from distributed import Client


def through_filter(lines, command):
    """Sends the lines of one part through a filter; one line comes back for each, in order."""
    lines = [line if line.endswith("\n") else line + "\n" for line in lines]
    done = subprocess.run(command, input="".join(lines), capture_output=True, text=True, encoding="utf-8", check=False)
    # 1 says that single lines were answered by an error; they stand in the output and hide no other.
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{shlex.join(command)} ended with {done.returncode}: {done.stderr[-2000:]}")
    answers = done.stdout.splitlines()
    if len(answers) != len(lines):
        raise RuntimeError(f"{len(lines)} lines in, {len(answers)} lines out")
    return answers


def with_claims(pair):
    """A document of the archive with what was found in it: all that `related` needs, and no more."""
    document, answer = (json.loads(line) for line in pair)
    claims = [{"id": c["id"], "start": c["start"], "end": c["end"]} for c in answer.get("claims", [])]
    found = {"lang": answer.get("lang"), "published": answer.get("published"), "claims": claims}
    return json.dumps({**document, **{k: v for k, v in found.items() if v is not None}}, ensure_ascii=False)


def corpus_part(lines, command):
    """One part of the archive, read twice from memory: as it is, and as `extract` answers."""
    lines = [line.rstrip("\n") for line in lines if line.strip()]
    return list(zip(lines, through_filter(lines, command)))


def relate(parts, command, out):
    """Streams the corpus through `related`, part by part; its memory is that of its index, not of the archive."""
    with open(out, "w", encoding="utf-8") as answers:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=answers)
        for part in parts:
            with open(part, "rb") as lines:
                for block in iter(lambda: lines.read(1 << 20), b""):
                    process.stdin.write(block)
        process.stdin.close()
        if process.wait() not in (0, 1):
            raise RuntimeError(f"{shlex.join(command)} ended with {process.returncode}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", nargs="+")
    parser.add_argument("--scheduler", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--command", default="editorial-claims", type=shlex.split)
    parser.add_argument("--block", default="16MiB")
    parser.add_argument("--related", action="store_true")
    options = parser.parse_args()

    with Client(options.scheduler) as client:
        extract = [*options.command, "extract", "--ndjson"]
        lines = dask.bag.read_text(sorted(options.archive), blocksize=options.block, encoding="utf-8")
        pairs = lines.map_partitions(corpus_part, extract)
        written = dask.compute(
            pairs.map(lambda pair: pair[1]).to_textfiles(
                str(options.out / "extracted" / "part-*.ndjson"), last_endline=True, compute=False
            ),
            pairs.map(with_claims).to_textfiles(
                str(options.out / "corpus" / "part-*.ndjson"), last_endline=True, compute=False
            ),
        )
        workers = len(client.scheduler_info()["workers"])
        print(f"{len(written[0])} parts on {workers} workers", file=sys.stderr)
    if options.related:
        parts = sorted((options.out / "corpus").glob("part-*.ndjson"))
        relate(parts, [*options.command, "related", "--ndjson"], options.out / "related.ndjson")


if __name__ == "__main__":
    main()
