import { anchorAll } from '../../annotations/anchor';
import { findElsewhere } from '../../annotations/findElsewhere';
import { newItemId } from '../../annotations/itemId';
import { resolveSidecarConflict } from '../../annotations/mergeSidecars';
import { readSidecarBytes, type Sidecar } from '../../annotations/sidecarRead';
import { normalise } from '../../text/normalise';
import type { Uri } from '../../workspace/host';
import { articleOf, sidecarOf, targetOfStray, temporaryOf } from '../../workspace/sidecarPlace';
import { readIfThere, systemClock, verifiedWrite } from '../../workspace/verifiedWrite';
import { shortPath } from '../articleFiles';
import { encodingOption, openFolder, reasonOf } from '../articles';
import type { Command, CommandInput } from '../command';
import { ExitCode, harmless, type Io, print, styled, tell } from '../io';
import type { NodeHost } from '../nodeHost';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'find and repair what crashes, merges and moves left behind',
  synopsis: ['doctor [--fix] [FILE|FOLDER|PATTERN]...'],
  description: [
    'Looks for: files left by a crash while saving; sidecars whose article was renamed or moved without them; git conflict markers in sidecars; position hints beyond the end of an article; lost passages that stand in another article now.',
    'Without --fix it only tells what it would do. With --fix it deletes left-over files that are older than an hour, moves a sidecar to the one article that has its passages and no sidecar yet, and merges conflict markers by id. What needs a decision is only ever told.',
  ],
  options: {
    fix: { type: 'boolean', help: 'Do what would be done.' },
    encoding: encodingOption,
  },
  exitStatus: [
    [0, 'Nothing is wrong, or all of it was repaired.'],
    [1, 'There is something to do.'],
    [2, 'Wrong use, or files could not be read.'],
  ],
  examples: [
    ['editorial-claims doctor', 'What is there to repair?'],
    ['editorial-claims doctor --fix', 'Repair it.'],
  ],
  argument: 'file',
  run: runDoctor,
};

/** One thing that is wrong, and what may be done about it. */
interface Finding {
  readonly file: Uri;
  readonly problem: string;
  /** What a repair does, for people; absent where a person must decide. */
  readonly remedy?: string;
  repair?(): Promise<void>;
}

async function runDoctor(input: CommandInput, io: Io): Promise<number> {
  const { host, sidecars, others } = await openFolder(input, io);
  const texts = new Map<Uri, string>();
  let unreadable = 0;
  for (const article of host.found) {
    try {
      texts.set(article, normalise(await host.readText(article)).text);
    } catch (error) {
      unreadable++;
      tell(io, reasonOf(io, article, error));
    }
  }
  const findings: Finding[] = await strayFiles(host, others);
  for (const uri of [...new Set([...sidecars, ...host.found.map((article) => sidecarOf(host, article))])].sort()) {
    const bytes = await readIfThere(host.files, uri);
    if (bytes) {
      findings.push(...(await examine(host, io, uri, bytes, texts)));
    }
  }
  let open = 0;
  for (const { file, problem, remedy, repair } of findings) {
    const fixed = input.values.fix && repair ? await attempt(repair, io, file) : false;
    const action = remedy ? `${fixed ? 'done' : 'would'}: ${remedy}` : 'for you to decide';
    open += fixed ? 0 : 1;
    const line = `${harmless(shortPath(io, file))}: ${harmless(problem)}`;
    await print(io, `${line}\n    ${styled(io, io.stdout, fixed ? 'green' : 'yellow', harmless(action))}\n`);
  }
  const repairable = findings.filter(({ repair }) => repair).length;
  if (findings.length === 0) {
    tell(io, 'Nothing is wrong.');
  } else if (!input.values.fix && repairable > 0) {
    tell(io, `${findings.length} findings, ${repairable} of them can be repaired: run it again with --fix.`);
  } else {
    tell(io, `${findings.length} findings, ${open} still open.`);
  }
  if (unreadable > 0) {
    return ExitCode.wrongUse;
  }
  return open > 0 ? ExitCode.problems : ExitCode.fine;
}

async function attempt(repair: () => Promise<void>, io: Io, file: Uri): Promise<boolean> {
  try {
    await repair();
    return true;
  } catch (error) {
    tell(io, `${shortPath(io, file)}: not repaired: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** A save that takes longer than this is none any more. Milliseconds. */
const strayAge = 60 * 60 * 1000;

async function strayFiles(host: NodeHost, others: readonly Uri[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const file of others.filter((uri) => targetOfStray(host.basename(uri)) !== undefined)) {
    const stat = await host.files.stat(file);
    const old = stat !== undefined && Date.now() - stat.mtime > strayAge;
    const problem = 'left by a save that was cut short';
    findings.push(
      old
        ? { file, problem, remedy: 'delete it', repair: () => host.files.delete(file) }
        : { file, problem: `${problem}, or being saved right now (younger than an hour)` },
    );
  }
  return findings;
}

async function examine(
  host: NodeHost,
  io: Io,
  uri: Uri,
  bytes: Uint8Array,
  texts: ReadonlyMap<Uri, string>,
): Promise<Finding[]> {
  const sidecar = readSidecarBytes(bytes);
  const article = articleOf(host, uri)!;
  const findings: Finding[] = [];
  if (sidecar.readOnly === 'conflicted') {
    findings.push(conflictFinding(host, uri, sidecar));
  }
  if (!(await host.files.stat(article))) {
    findings.push(await movedFinding(host, io, uri, sidecar, texts));
    return findings;
  }
  const text = texts.get(article);
  if (text === undefined) {
    return findings;
  }
  const { claims } = sidecar.annotations;
  const anchors = anchorAll(
    text,
    claims.map(({ selector }) => selector),
  );
  const elsewhere = [...texts].filter(([other]) => other !== article);
  for (const [i, { id, selector }] of claims.entries()) {
    if ((selector.hint ?? 0) > text.length) {
      findings.push({
        file: uri,
        problem: `${id}: its position hint ${selector.hint} lies beyond the end of the article (harmless)`,
      });
    }
    if (anchors[i]?.state === 'orphan') {
      const [found] = findElsewhere(selector, elsewhere);
      const where = found ? `; it may stand in ${shortPath(io, found.article)} now` : '';
      findings.push({ file: uri, problem: `${id}: its passage is not in the article any more${where}` });
    }
  }
  return findings;
}

function conflictFinding(host: NodeHost, uri: Uri, sidecar: Sidecar): Finding {
  const problem = 'git left conflict markers';
  const merged = resolveSidecarConflict(sidecar.text);
  if (merged?.text === undefined) {
    return { file: uri, problem: `${problem}, and a side of them cannot be read` };
  }
  const text = merged.text;
  const both = merged.conflicts.length;
  return {
    file: uri,
    problem,
    remedy: `merge the two sides by id${both > 0 ? `; ${both} fields keep both values` : ''}`,
    repair: () =>
      verifiedWrite(host.files, systemClock, uri, temporaryOf(host, uri, newItemId()), new TextEncoder().encode(text)),
  };
}

/** At least this share of the passages must stand in an article for a sidecar to be taken for its. */
const mostPassages = 0.8;

/** A sidecar without article belongs to the one article without sidecar that has its passages. */
async function movedFinding(
  host: NodeHost,
  io: Io,
  uri: Uri,
  sidecar: Sidecar,
  texts: ReadonlyMap<Uri, string>,
): Promise<Finding> {
  const problem = 'its article is not there';
  const selectors = sidecar.annotations.claims.map(({ selector }) => selector);
  const fits: Uri[] = [];
  for (const [article, text] of texts) {
    const free = selectors.length > 0 && !(await host.files.stat(sidecarOf(host, article)));
    const placed = free
      ? anchorAll(text, selectors).filter(({ state }) => state === 'exact' || state === 'moved').length
      : 0;
    if (free && placed >= selectors.length * mostPassages) {
      fits.push(article);
    }
  }
  const [only, ...more] = fits;
  if (only === undefined || more.length > 0) {
    const several =
      more.length > 0 ? `; its passages stand in ${fits.map((fit) => shortPath(io, fit)).join(', ')}` : '';
    return { file: uri, problem: problem + several };
  }
  const target = sidecarOf(host, only);
  return {
    file: uri,
    problem,
    remedy: `move it to ${shortPath(io, target)}, whose article has its passages`,
    repair: async () => {
      if (await host.files.stat(target)) {
        throw new Error(`${target} is there already`);
      }
      await host.files.rename(uri, target);
    },
  };
}
