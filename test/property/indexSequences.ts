import fc from 'fast-check';
import { cardsAt } from '../../src/workspace/cards';
import { ClaimIndex } from '../../src/workspace/claimIndex';
import type { Uri } from '../../src/workspace/host';
import { Indexer } from '../../src/workspace/indexer';
import { MemoryHost } from '../support/memoryHost';
import { plainEntry } from '../support/plainEntry';
import { LoopbackThreads } from '../support/readingLoopback';

/** One thing that happens to a workspace of a few articles. */
export type Step =
  | { readonly kind: 'write'; readonly article: number; readonly text: number }
  | { readonly kind: 'delete'; readonly article: number }
  | { readonly kind: 'rename'; readonly from: number; readonly to: number }
  | { readonly kind: 'type'; readonly article: number; readonly at: number }
  | { readonly kind: 'checkout'; readonly shift: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'damage'; readonly shard: number };

const articles = 6;
const texts = [
  '',
  'Mayor Ada Lund said the port must grow.\n\nLund denied on 3 May 2021 that Norway rejected the treaty.',
  'Norway and Japan signed the border treaty on 4 May 2021, Ada Lund said.\n\n"We will not accept the tariff," he said.',
  'The ceasefire must hold, the World Bank warned in June 2022.',
  '日本政府は2021年5月4日、国境条約に署名したと発表した。佐藤健一氏は停戦を受け入れるべきだと述べた。',
  'Ada Lund warned that the ceasefire would collapse.\r\n\r\nThe World Bank accepted the tariff in 2021.',
  'Gunnar Lindberg said the tariff was wrong. Norway rejected it on 4 May 2021.',
  'グンナル・リンドバーグ氏は停戦を受け入れるべきだと述べた。ノルウェーは条約に署名した。',
  'Mayor Gunnar Lundberg accepted the treaty, Ada Lund said.',
  '# Rail strike\n\nUnions rejected the pay deal, according to Norway. It should be raised, Lund argued.',
];

const article = fc.nat(articles - 1);

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('write' as const), article, text: fc.nat(texts.length - 1) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), article }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), from: article, to: article }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('type' as const), article, at: fc.nat(60) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('checkout' as const), shift: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('damage' as const), shard: fc.nat(3) }) },
  ),
  { maxLength: 12 },
);

const uriOf = (n: number): Uri => `/desk/${n}.txt`;

/** A workspace whose index lives through the steps, with events as a host sends them. */
export class LivingWorkspace {
  readonly host = new MemoryHost();
  index = new ClaimIndex();
  #indexer: Indexer;

  /** With `threaded` other threads read the articles, which may change at any moment. */
  constructor(readonly threaded = false) {
    this.#indexer = this.#makeIndexer();
  }

  #makeIndexer(): Indexer {
    const { host, index, threaded } = this;
    const threads = threaded ? { threads: new LoopbackThreads(host.memory), isPlainFile: () => true } : {};
    return new Indexer({ host, index, ...threads });
  }

  async run(step: Step): Promise<void> {
    const { memory } = this.host;
    switch (step.kind) {
      case 'write':
        this.#put(uriOf(step.article), texts[step.text]!);
        break;
      case 'delete':
        this.#drop(uriOf(step.article));
        break;
      case 'rename': {
        const text = memory.text(uriOf(step.from));
        if (text !== undefined && step.from !== step.to) {
          this.#drop(uriOf(step.from));
          this.#put(uriOf(step.to), text);
        }
        break;
      }
      case 'type': {
        const text = memory.text(uriOf(step.article));
        if (text !== undefined) {
          memory.put(uriOf(step.article), `${text.slice(0, step.at)}x${text.slice(step.at)}`);
          await this.#indexer.refreshNow(uriOf(step.article));
        }
        break;
      }
      case 'checkout':
        this.#checkOut(step.shift);
        break;
      case 'restart':
        await this.settle();
        this.#indexer.dispose();
        this.index = new ClaimIndex();
        this.#indexer = this.#makeIndexer();
        void this.#indexer.start();
        break;
      case 'damage':
        for (const [i, name] of [...memory.files.keys()].filter((path) => path.startsWith('/store/')).entries()) {
          if (i === step.shard) {
            memory.files.set(name, memory.files.get(name)!.slice(0, -7));
          }
        }
        break;
    }
  }

  /** Waits until all that happened is in the index. */
  async settle(): Promise<void> {
    await this.#indexer.start();
    while (this.#indexer.progress.state !== 'ready') {
      await this.#indexer.refresh([]);
    }
  }

  #put(uri: Uri, text: string): void {
    const type = this.host.memory.files.has(uri) ? 'changed' : 'created';
    this.host.memory.put(uri, text);
    this.host.changes.fire([{ uri, type }]);
  }

  #drop(uri: Uri): void {
    if (this.host.memory.files.delete(uri)) {
      this.host.changes.fire([{ uri, type: 'deleted' }]);
    }
  }

  /** Every article gets another text at once, some go, some come; one event tells of all. */
  #checkOut(shift: number): void {
    const changes = Array.from({ length: articles }, (_, n) => {
      const uri = uriOf(n);
      if ((n + shift) % 4 === 0) {
        this.host.memory.files.delete(uri);
        return { uri, type: 'deleted' as const };
      }
      this.host.memory.put(uri, texts[(n + shift) % texts.length]!);
      return { uri, type: 'changed' as const };
    });
    this.host.changes.fire(changes);
  }
}

/** Everything that an index answers, in an order that does not depend on how it came to be. */
export function answersOf(index: ClaimIndex): unknown {
  const entries = [...index.articles()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    entries: entries.map(plainEntry),
    actors: index.actors().map((actor) => ({
      actor,
      mentions: index.mentionsOf(actor.actor),
      claims: index.claimsOf(actor.actor),
      latest: index.claimsOf(actor.actor, 2),
    })),
    dates: ['2021', '2021-05-04', '2022-06'].map((value) => index.claimsAt(value)),
    disagreements: index.disagreements(),
    cards: entries.map((entry) => cardsAt(index, entry.id, 10)),
    related: entries.map((entry) =>
      entry.claims.map((claim) =>
        index.related(entry.id, claim.id).map((found) => ({ ...found, document: found.document.id })),
      ),
    ),
  };
}

/** The answers after the steps, and those of an index made from nothing. */
export async function liveThrough(
  sequence: readonly Step[],
  threaded = false,
): Promise<{ lived: unknown; fresh: unknown }> {
  const workspace = new LivingWorkspace(threaded);
  for (const step of sequence) {
    await workspace.run(step);
  }
  await workspace.settle();
  const index = new ClaimIndex();
  const host = new MemoryHost(workspace.host.memory, workspace.host.memory, undefined);
  await new Indexer({ host, index }).start();
  return { lived: answersOf(workspace.index), fresh: answersOf(index) };
}
