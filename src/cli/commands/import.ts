import fs from 'node:fs/promises';
import path from 'node:path';
import { anchorAll } from '../../annotations/anchor';
import { newItemId } from '../../annotations/itemId';
import { planCorrections } from '../../import/correctionPlan';
import type { Importer, ImportFile } from '../../import/importer';
import { importerOf, importers } from '../../import/importers';
import { operationsOf, planImport } from '../../import/importPlan';
import type { ImportTarget, ImportTools } from '../../import/importTarget';
import type { ActorId } from '../../model/recognition';
import { recognise } from '../../recognise/recognise';
import { AnnotationStore } from '../../workspace/annotationStore';
import { shortPath } from '../articleFiles';
import { encodingOption, openFolder, readArticles } from '../articles';
import { type Command, type CommandInput, textOption } from '../command';
import { fileReason } from '../fileReason';
import { CommandError, ExitCode, harmless, type Io, print, tell, UsageError } from '../io';

export const importCommand: Command = {
  name: 'import',
  summary: 'take over claims from files of other programs',
  synopsis: ['import [--format FORMAT] [--into FOLDER] [--dry-run] FILE...'],
  description: [
    'Reads claims from the files given and adds them to the sidecars of the articles that they are about, found below the folder given with --into, or the current one. Each passage is found by its quote; doubtful ones are added for review. Claims that are there already are recognised and left out, and nothing that is there is changed.',
    'With --dry-run it tells what it would do and changes nothing. Each claim is printed as one line: what becomes of it (add, review, duplicate, conflict, no-article), the article, the quote; then each correction of a name or date likewise.',
    `Formats: ${importers.map(({ id }) => id).join(', ')}. Without --format the names of the files and what is in them decide.`,
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      choices: importers.map(({ id }) => id),
      help: 'The format of the files.',
    },
    into: {
      type: 'string',
      value: 'FOLDER',
      help: 'Where the articles are; the current folder where it is not given.',
    },
    'dry-run': { type: 'boolean', short: 'n', help: 'Tell what would be done, and do nothing.' },
    encoding: encodingOption,
  },
  exitStatus: [
    [0, 'All claims were taken over or were there already.'],
    [1, 'Some wait for review, belong to no article, or could not be read or saved.'],
    [2, 'Wrong use; nothing was changed.'],
  ],
  examples: [
    ['editorial-claims import --dry-run claims.csv', 'What would be imported.'],
    ['editorial-claims import -f brat --into articles/ brat/*.ann brat/*.txt', 'Annotations made with brat.'],
  ],
  argument: 'file',
  run: runImport,
};

async function runImport(input: CommandInput, io: Io): Promise<number> {
  if (input.positionals.length === 0) {
    throw new UsageError('Name the files to import.');
  }
  const files = await Promise.all(input.positionals.map((file) => readFile(file, io)));
  const importer = importerOf(textOption(input, 'format') ?? '') ?? guessImporter(files);
  const { claims, corrections = [], problems } = importer.import(files);
  for (const problem of problems) {
    tell(io, `${problem.severity}: ${harmless(problem.message)} [${problem.code}]`);
  }
  const { host } = await openFolder({ ...input, positionals: [textOption(input, 'into') ?? '.'] }, io);
  const skipped = { count: 0 };
  const targets: (ImportTarget & { readonly uri: string })[] = [];
  const actors = new Map<string, ActorId>();
  for await (const { article, text, sidecar } of readArticles(host, io, skipped)) {
    const annotations = sidecar?.annotations ?? { claims: [], corrections: [] };
    targets.push({
      path: host.folderOf(article) ? article.slice(host.root.length + 1) : article,
      text,
      annotations,
      uri: article,
    });
    if (claims.some(({ sourceName }) => sourceName !== undefined)) {
      for (const { name, actor } of recognise(text, { registry: host.registry }).mentions) {
        actors.set(name.toLowerCase(), actor);
      }
    }
  }
  const tools: ImportTools = {
    anchor: (text, selectors) =>
      anchorAll(text, selectors).map(({ state, range }) => (range ? { state, range } : { state })),
    newId: () => newItemId(),
    actorOf: (name) => actors.get(name.toLowerCase()),
  };
  const plan = planImport(targets, claims, tools);
  const corrected = planCorrections(targets, corrections, tools);
  const line = (action: string, article: string, quote: string): string =>
    `${action}\t${harmless(article)}\t${harmless(quote.replaceAll(/\s+/g, ' '))}\n`;
  for (const { action, article, claim } of plan.claims) {
    await print(io, line(action, article, claim.selector.exact));
  }
  for (const { action, article, correction } of corrected) {
    await print(io, line(`${action} correction`, article, correction.selector.exact));
  }
  let unsaved = 0;
  if (!input.values['dry-run']) {
    const store = new AnnotationStore(host);
    const uris = new Map(targets.map((target) => [target.path, target.uri]));
    for (const [article, operations] of operationsOf(plan, corrected)) {
      const uri = uris.get(article)!;
      const result = await store.apply(uri, operations);
      if (!result.saved) {
        unsaved += operations.length;
        tell(io, `${shortPath(io, uri)}: ${result.problem?.message ?? 'not saved'}`);
      }
    }
    store.dispose();
  }
  const { counts } = plan;
  const verb = input.values['dry-run'] ? 'would be added' : 'added';
  tell(
    io,
    `${counts.add + counts.review - unsaved} ${verb} (${counts.review} for review), ${counts.duplicate} there already, ${counts.conflict} differ from what is there, ${counts['no-article']} without article.`,
  );
  const leftOut = corrected.filter(({ action }) => action !== 'add' && action !== 'duplicate').length;
  if (corrected.length > 0) {
    const taken = corrected.filter(({ action }) => action === 'add').length;
    tell(io, `Corrections of names and dates: ${taken} ${verb}, ${leftOut} left out.`);
  }
  const failed = unsaved + leftOut + counts.review + counts.conflict + counts['no-article'];
  return failed > 0 || problems.some(({ severity }) => severity === 'error') ? ExitCode.problems : ExitCode.fine;
}

async function readFile(file: string, io: Io): Promise<ImportFile> {
  try {
    return { path: file.replaceAll('\\', '/'), bytes: await fs.readFile(path.resolve(io.cwd, file)) };
  } catch (error) {
    throw new CommandError(`${file}: ${fileReason(error)}`);
  }
}

/** The format whose extensions fit all files; where several do, the one of them that finds claims in the files. */
function guessImporter(files: readonly ImportFile[]): Importer {
  const fits = importers.filter(({ extensions }) =>
    files.every(({ path: name }) => extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))),
  );
  const reads = fits.length > 1 ? fits.filter((importer) => importer.import(files).claims.length > 0) : fits;
  const [only, ...others] = reads;
  if (!only || others.length > 0) {
    const choices = reads.length > 0 ? reads : fits.length > 0 ? fits : importers;
    throw new UsageError(`Say which format: --format ${choices.map(({ id }) => id).join(' or ')}.`);
  }
  return only;
}
