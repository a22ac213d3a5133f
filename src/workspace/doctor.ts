import { anchorAll } from '../annotations/anchor';
import { setItems } from '../annotations/itemFileEdit';
import { newItemId } from '../annotations/itemId';
import { fixesFor } from '../annotations/sidecarFixes';
import { readSidecar, readSidecarBytes, type Sidecar, sidecarKind } from '../annotations/sidecarRead';
import type { YamlMap } from '../annotations/yamlValue';
import type { Problem } from '../model/problem';
import { normalise } from '../text/normalise';
import { FileError, type Uri, type WorkspaceHost } from './host';
import { reasonOf } from './saveProblems';
import { articleOf, lockOf, sidecarOf, targetOfStray, temporaryOf, unsafePlace } from './sidecarPlace';
import { type Clock, equalBytes, FileLocks, readIfThere, systemClock, verifiedWrite } from './verifiedWrite';

/** Everything of ours in a workspace, as its host finds it. */
export interface DoctorInput {
  readonly sidecars: readonly Uri[];
  /** Files that may be left over from a crash: names that end in `.tmp` or `.lock`. */
  readonly others: readonly Uri[];
}

export type Repair =
  | { readonly type: 'rewrite'; readonly uri: Uri; readonly before: Uint8Array; readonly text: string }
  | { readonly type: 'move'; readonly from: Uri; readonly to: Uri }
  | { readonly type: 'delete'; readonly uri: Uri };

export interface Finding {
  readonly uri: Uri;
  readonly problem: Problem;
  /** What {@link repairFindings} would do; absent where only a person can tell. */
  readonly repair?: Repair;
}

/** Looks over a workspace and says what is wrong and what could be repaired. Writes nothing. */
export async function examine(host: WorkspaceHost, input: DoctorInput): Promise<readonly Finding[]> {
  const doctor = new Doctor(host, new Set(await host.articles()));
  for (const uri of input.sidecars) {
    await doctor.examineSidecar(uri);
    await host.yield();
  }
  for (const uri of input.others) {
    doctor.examineStray(uri);
  }
  doctor.findCaseTwins();
  await doctor.findLostArticles(new Set(input.sidecars));
  return doctor.findings;
}

class Doctor {
  readonly findings: Finding[] = [];
  readonly #withoutArticle: { readonly uri: Uri; readonly sidecar: Sidecar }[] = [];

  constructor(
    readonly host: WorkspaceHost,
    readonly articles: ReadonlySet<Uri>,
  ) {}

  #add(uri: Uri, problem: Omit<Problem, 'column'>, repair?: Repair): void {
    this.findings.push({ uri, problem: { column: 0, ...problem }, ...(repair ? { repair } : {}) });
  }

  async examineSidecar(uri: Uri): Promise<void> {
    const bytes = await readIfThere(this.host.files, uri);
    const article = articleOf(this.host, uri);
    if (!bytes || article === undefined) {
      return;
    }
    const sidecar = readSidecarBytes(bytes);
    for (const problem of sidecar.problems) {
      const [fix] = ['conflict-markers', 'duplicate-id'].includes(problem.code)
        ? fixesFor(sidecarKind, sidecar, problem)
        : [];
      this.#add(uri, problem, fix && { type: 'rewrite', uri, before: bytes, text: fix.text });
    }
    const source = await this.host.readArticle(article);
    if (source) {
      this.#examineAnchors(uri, bytes, sidecar, normalise(source.text).text);
    } else {
      this.#withoutArticle.push({ uri, sidecar });
    }
  }

  /** Passages that are gone, and hints that no text of this length can have. */
  #examineAnchors(uri: Uri, bytes: Uint8Array, sidecar: Sidecar, text: string): void {
    const items = [
      ...sidecar.annotations.claims.map((item) => ({ section: 'claims', item })),
      ...sidecar.annotations.corrections.map((item) => ({ section: 'corrections', item })),
    ];
    const anchors = anchorAll(
      text,
      items.map(({ item }) => item.selector),
    );
    const targets = new Map<string, Map<string, YamlMap>>(sidecarKind.sections.map((section) => [section, new Map()]));
    items.forEach(({ section, item }, index) => {
      const anchor = anchors[index];
      const { line } = sidecar.lines.at(keyOffset(sidecar, section, item.id));
      if (anchor?.state === 'orphan') {
        const message = `The passage "${item.selector.exact.slice(0, 60)}" is not in the article any more.`;
        this.#add(uri, { code: 'orphan', severity: 'warning', message, line, item: item.id });
      }
      const { hint } = item.selector;
      if (hint !== undefined && hint + item.selector.exact.length > text.length) {
        const sure = anchor?.state === 'exact' || anchor?.state === 'moved' ? anchor.range?.start : undefined;
        const fields = new Map(sidecar.items.get(section)?.get(item.id));
        targets.get(section)!.set(item.id, sure === undefined ? without(fields, 'hint') : fields.set('hint', sure));
        const message = `The position hint ${hint} lies behind the end of the article.`;
        this.#add(uri, { code: 'hint-out-of-range', severity: 'information', message, line, item: item.id });
      }
    });
    if (sidecar.readOnly === undefined && [...targets.values()].some((own) => own.size > 0)) {
      const { text: repaired } = setItems(sidecarKind, sidecar, targets);
      const repair: Repair = { type: 'rewrite', uri, before: bytes, text: repaired };
      const first = this.findings.findIndex((found) => found.uri === uri && found.problem.code === 'hint-out-of-range');
      this.findings[first] = { ...this.findings[first]!, repair };
    }
  }

  examineStray(uri: Uri): void {
    if (targetOfStray(this.host.basename(uri)) !== undefined) {
      const message = 'Left over from a save that was cut short. What it was to hold is in the journal.';
      this.#add(uri, { code: 'stray-file', severity: 'information', message, line: 0 }, { type: 'delete', uri });
    }
  }

  /** Two articles that are one on a disk that takes `A.md` and `a.md` for the same. */
  findCaseTwins(): void {
    const seen = new Map<string, Uri>();
    for (const article of this.articles) {
      const folded = article.normalize('NFC').toLowerCase();
      const twin = seen.get(folded);
      if (twin !== undefined) {
        const message = `${this.host.basename(article)} and ${this.host.basename(twin)} are one file on many disks. Rename one.`;
        this.#add(article, { code: 'case-twins', severity: 'warning', message, line: 0 });
      }
      seen.set(folded, article);
    }
  }

  /** An article that was renamed without its sidecar is found again by its name's Unicode form, or by its words. */
  async findLostArticles(sidecars: ReadonlySet<Uri>): Promise<void> {
    const free = [...this.articles].filter((article) => !sidecars.has(sidecarOf(this.host, article)));
    for (const { uri, sidecar } of this.#withoutArticle) {
      const candidates: Uri[] = [];
      for (const article of free) {
        if (await this.#fits(article, articleOf(this.host, uri)!, sidecar)) {
          candidates.push(article);
        }
      }
      const [only] = candidates.length === 1 ? candidates : [];
      const message =
        only === undefined
          ? 'The article of this sidecar is not there.'
          : `The article of this sidecar is not there; ${this.host.basename(only)} has its passages.`;
      const repair: Repair | undefined =
        only === undefined ? undefined : { type: 'move', from: uri, to: sidecarOf(this.host, only) };
      this.#add(uri, { code: 'no-article', severity: 'error', message, line: 0 }, repair);
    }
  }

  async #fits(article: Uri, wanted: Uri, sidecar: Sidecar): Promise<boolean> {
    const sameName = this.host.basename(article).normalize('NFC') === this.host.basename(wanted).normalize('NFC');
    if (sameName && this.host.dirname(article) === this.host.dirname(wanted)) {
      return true;
    }
    const { claims, corrections } = sidecar.annotations;
    const quotes = [...claims, ...corrections].map((item) => item.selector.exact);
    const source = quotes.length > 0 ? await this.host.readArticle(article) : undefined;
    const text = source && normalise(source.text).text;
    return text !== undefined && quotes.every((quote) => text.includes(quote));
  }
}

function keyOffset(sidecar: Sidecar, section: string, id: string): number {
  const entry = sidecar.root?.entries.find((other) => other.key === section)?.value;
  const item = entry?.type === 'map' ? entry.entries.find((other) => other.key === id) : undefined;
  return item?.start ?? 0;
}

function without(map: YamlMap, key: string): YamlMap {
  return new Map([...map].filter(([other]) => other !== key));
}

/**
 * Carries repairs out. One that does not fit any more, because the file changed since it was examined, is left out and
 * comes back with the reason.
 */
export async function repairFindings(
  host: WorkspaceHost,
  findings: readonly Finding[],
  clock: Clock = systemClock,
): Promise<readonly { readonly finding: Finding; readonly failed?: string }[]> {
  const locks = new FileLocks(host.files, clock, newItemId(), newItemId());
  const results: { finding: Finding; failed?: string }[] = [];
  for (const finding of findings.filter((found) => found.repair)) {
    try {
      await carryOut(host, clock, locks, finding.repair!);
      results.push({ finding });
    } catch (error) {
      results.push({ finding, failed: reasonOf(error).detail });
    }
  }
  return results;
}

/** A lock or temporary file younger than this may belong to a save that is under way. Milliseconds. */
const stillInUse = 60_000;

async function carryOut(host: WorkspaceHost, clock: Clock, locks: FileLocks, repair: Repair): Promise<void> {
  const target = repair.type === 'move' ? repair.to : repair.uri;
  const unsafe = await unsafePlace(host, target);
  if (unsafe !== undefined) {
    throw new FileError('EACCES', target, `Not written: ${unsafe}`);
  }
  if (repair.type === 'delete') {
    const stat = await host.files.stat(repair.uri);
    if (stat && Date.now() - stat.mtime < stillInUse) {
      throw new FileError('EBUSY', repair.uri, 'Another program may be saving right now');
    }
    return host.files.delete(repair.uri);
  }
  await locks.hold(lockOf(host, target), async () => {
    if (repair.type === 'move') {
      if (await host.files.stat(repair.to)) {
        throw new FileError('EEXIST', repair.to, 'There is a sidecar already');
      }
      return host.files.rename(repair.from, repair.to);
    }
    if (!equalBytes(await readIfThere(host.files, repair.uri), repair.before)) {
      throw new FileError('EBUSY', repair.uri, 'The file changed since it was examined');
    }
    if (readSidecar(repair.text).readOnly !== undefined) {
      throw new FileError('EOTHER', repair.uri, 'More is wrong with the file; repair it by hand');
    }
    const bom = repair.before[0] === 0xef ? '\ufeff' : '';
    const bytes = new TextEncoder().encode(bom + repair.text);
    await verifiedWrite(host.files, clock, repair.uri, temporaryOf(host, repair.uri, newItemId()), bytes);
  });
}
