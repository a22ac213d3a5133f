import { actorsFileName, readActorsFileBytes } from '../annotations/actorsFile';
import { readSidecarBytes, type Sidecar } from '../annotations/sidecarRead';
import type { ExportArticle } from '../export/exporter';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import { emptyAnnotations } from '../model/claim';
import type { RecogniseContext } from '../recognise/context';
import type { AnchoredAnnotations } from '../workspace/anchoredAnnotations';
import { annotatedArticle } from '../workspace/annotatedArticle';
import { datedName } from '../workspace/articlePath';
import { attachAnnotations } from '../workspace/attachAnnotations';
import type { Uri } from '../workspace/host';
import { articleOf, sidecarOf } from '../workspace/sidecarPlace';
import { readIfThere } from '../workspace/verifiedWrite';
import { findFiles, shortPath, slashed } from './articleFiles';
import { type CommandInput, type OptionSpec, textOption } from './command';
import { type Encoding, encodings } from './encodings';
import { fileReason } from './fileReason';
import { inOrder } from './inOrder';
import { CommandError, harmless, type Io, tell } from './io';
import { NodeHost } from './nodeHost';

/** An article with what people recorded about it. */
export interface ReadArticle {
  readonly article: Uri;
  readonly sidecarUri: Uri;
  readonly text: string;
  /** `undefined` where there is none. */
  readonly sidecar: Sidecar | undefined;
  readonly attached: AnchoredAnnotations;
}

export const encodingOption: OptionSpec = {
  type: 'string',
  value: 'NAME',
  choices: [...encodings, 'auto'],
  help: 'How the articles are encoded. Without it a byte order mark decides, then UTF-8, then what makes Japanese text.',
};

function encodingOf(input: CommandInput): Encoding | undefined {
  const name = textOption(input, 'encoding');
  return name === undefined || name === 'auto' ? undefined : (name as Encoding);
}

/** The files that a command's arguments mean, as a workspace. A sidecar stands for its article. */
export async function openFolder(
  input: CommandInput,
  io: Io,
): Promise<{ host: NodeHost; sidecars: readonly Uri[]; others: readonly Uri[] }> {
  const { articles, sidecars, others } = await findFiles(io, input.positionals);
  const bare = new NodeHost(slashed(io.cwd), articles);
  const all = new Set(articles);
  for (const sidecar of sidecars) {
    const article = articleOf(bare, sidecar);
    if (article && (await bare.files.stat(article))) {
      all.add(article);
    }
  }
  const sorted = [...all].sort((a, b) => (a < b ? -1 : 1));
  const root = commonFolder(io, sorted);
  const registry = await readRegistry(bare, root, io);
  return { host: new NodeHost(root, sorted, encodingOf(input), registry), sidecars, others };
}

/** What people decided about actors, in `actors.yaml` of the folder. One that is damaged is told and left out. */
async function readRegistry(host: NodeHost, root: Uri, io: Io): Promise<ActorRegistry> {
  const uri = host.join(root, actorsFileName);
  const bytes = await readIfThere(host.files, uri);
  if (!bytes) {
    return emptyRegistry;
  }
  const { registry, problems } = readActorsFileBytes(bytes);
  for (const problem of problems) {
    tell(io, `${shortPath(io, uri)}:${problem.line + 1}: ${problem.severity}: ${harmless(problem.message)}`);
  }
  return registry;
}

/** The folder the command was started in, or where the files lie outside of it, the deepest that holds them all. */
function commonFolder(io: Io, files: readonly Uri[]): Uri {
  const cwd = slashed(io.cwd);
  if (files.every((file) => file.startsWith(`${cwd}/`))) {
    return cwd;
  }
  const [first, ...rest] = files.map((file) => file.split('/').slice(0, -1));
  let length = first?.length ?? 0;
  for (const folders of rest) {
    let same = 0;
    while (same < length && folders[same] === first?.[same]) {
      same++;
    }
    length = same;
  }
  return first?.slice(0, length).join('/') || '/';
}

/** Reads one article with its sidecar. Throws {@link CommandError} or a file error. */
export async function readArticle(host: NodeHost, article: Uri): Promise<ReadArticle> {
  const sidecarUri = sidecarOf(host, article);
  const bytes = await readIfThere(host.files, sidecarUri);
  const sidecar = bytes && readSidecarBytes(bytes);
  const text = await host.readText(article);
  const attached = sidecar ? attachAnnotations(sidecar.annotations, text) : { claims: [], corrections: [] };
  return { article, sidecarUri, text, sidecar, attached };
}

/**
 * Reads articles, giving them in order. One that cannot be read is told and left out; of a damaged sidecar it is told what
 * could not be read. Both count in `skipped`.
 */
export async function* readArticles(
  host: NodeHost,
  io: Io,
  skipped: { count: number },
  options: { readonly annotatedOnly: boolean } = { annotatedOnly: false },
): AsyncGenerator<ReadArticle> {
  const read = async (article: Uri): Promise<ReadArticle | { readonly reason: string } | undefined> => {
    try {
      const wanted = !options.annotatedOnly || (await host.files.stat(sidecarOf(host, article)));
      return wanted ? await readArticle(host, article) : undefined;
    } catch (error) {
      return { reason: reasonOf(io, article, error) };
    }
  };
  for await (const result of inOrder(host.found, read)) {
    if (result && 'reason' in result) {
      skipped.count++;
      tell(io, result.reason);
    } else if (result) {
      const errors = (result.sidecar?.problems ?? []).filter(({ severity }) => severity === 'error');
      for (const { line, message } of errors) {
        tell(io, `${shortPath(io, result.sidecarUri)}:${line + 1}: error: ${harmless(message)}`);
      }
      skipped.count += errors.length > 0 ? 1 : 0;
      yield result;
    }
  }
}

/** "path: why", the path once. */
export function reasonOf(io: Io, article: Uri, error: unknown): string {
  const message = fileReason(error);
  const short = shortPath(io, article);
  return error instanceof CommandError && message.startsWith(article)
    ? short + message.slice(article.length)
    : `${short}: ${message}`;
}

/** What recognition is told of an article. */
export function contextOf(host: NodeHost, article: Uri): RecogniseContext {
  return { fileName: datedName(host, article), registry: host.registry };
}

/** An article as exporters take it. */
export function exportArticle(host: NodeHost, { article, text, sidecar, attached }: ReadArticle): ExportArticle {
  return {
    path: article.startsWith(`${host.root}/`) ? article.slice(host.root.length + 1) : host.basename(article),
    ...annotatedArticle(text, sidecar?.annotations ?? emptyAnnotations, attached, contextOf(host, article)),
  };
}
