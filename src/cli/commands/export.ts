import fs from 'node:fs/promises';
import path from 'node:path';
import type { ExportActor, ExportArticle, ExportFile, TimeWindow } from '../../export/exporter';
import { exporterOf, exporters } from '../../export/exporters';
import { countLosses } from '../../export/losses';
import { lossReportMarkdown } from '../../export/lossReport';
import { encodingOption, exportArticle, openFolder, readArticles } from '../articles';
import { type Command, type CommandInput, textOption } from '../command';
import { CommandError, counted, ExitCode, type Io, print, progress, tell, UsageError } from '../io';

export const exportCommand: Command = {
  name: 'export',
  summary: 'write what people recorded in a format of other programs',
  synopsis: ['export --format FORMAT [OPTION]... [FILE|FOLDER|PATTERN]...', 'export --list'],
  description: [
    'Exports the claims of the given articles, folders or patterns, of the current folder where none is given. The export goes to standard output, or with --output to a file; a format of several files needs a folder.',
    'Files and folders called claims-export are never read as articles, so that an export can stand among them.',
    'What the format cannot carry is counted on standard error and listed in full with --losses.',
    `Formats: ${exporters.map(({ id }) => id).join(', ')}.`,
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      choices: exporters.map(({ id }) => id),
      help: 'The format; --list tells what each is for.',
    },
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'Where to write; a folder (ending in /, or one that is there) for formats of several files.',
    },
    list: { type: 'boolean', short: 'l', help: 'List the formats and what each is for.' },
    losses: { type: 'string', value: 'FILE', help: 'Write a Markdown report of all that the format could not carry.' },
    language: {
      type: 'string',
      value: 'LANG',
      choices: ['en', 'ja'],
      help: 'Language of headings in reports; English where it is not given.',
    },
    'time-window': {
      type: 'string',
      value: 'WINDOW',
      choices: ['all', 'year', 'quarter', 'month'],
      help: 'How networks are cut by time.',
    },
    'base-iri': {
      type: 'string',
      value: 'IRI',
      help: 'What article paths are appended to where a format wants addresses.',
    },
    claim: { type: 'string', multiple: true, value: 'ID', help: 'Only this claim.' },
    encoding: encodingOption,
  },
  examples: [
    ['editorial-claims export --format csv > claims.csv', 'A table of all claims of the current folder.'],
    ['editorial-claims export -f brat -o claims-export/ 2024/', 'A format of several files, into a folder.'],
    ['editorial-claims export -f markdown talks.txt --losses lost.md', 'One article, with a list of what is missing.'],
  ],
  argument: 'file',
  run: runExport,
};

async function runExport(input: CommandInput, io: Io): Promise<number> {
  if (input.values.list) {
    const widest = Math.max(...exporters.map(({ id }) => id.length));
    await print(io, exporters.map(({ id, label, purpose }) => `${id.padEnd(widest)}  ${label}: ${purpose}\n`).join(''));
    return ExitCode.fine;
  }
  const exporter = exporterOf(textOption(input, 'format') ?? '');
  if (!exporter) {
    throw new UsageError('Say which format: --format FORMAT. --list tells them all.');
  }
  const { host } = await openFolder(input, io);
  const skipped = { count: 0 };
  const articles: ExportArticle[] = [];
  for await (const read of readArticles(host, io, skipped, { annotatedOnly: true })) {
    articles.push(exportArticle(host, read));
    if (articles.length % 100 === 0) {
      progress(io, `${articles.length} articles`);
    }
  }
  progress(io, undefined);
  const window = textOption(input, 'time-window') as TimeWindow | undefined;
  const baseIri = textOption(input, 'base-iri');
  const claims = input.values.claim as readonly string[] | undefined;
  const output = exporter.export({
    articles,
    actors: actorsOf(articles),
    options: {
      language: textOption(input, 'language') === 'ja' ? 'ja' : 'en',
      ...(window ? { timeWindow: window } : {}),
      ...(baseIri ? { baseIri } : {}),
      ...(claims ? { claims: new Set(claims) } : {}),
    },
  });
  await writeFiles(output.files, textOption(input, 'output'), io);
  const count = articles.reduce((sum, { annotations }) => sum + annotations.claims.length, 0);
  const lost = countLosses(output.losses).map(({ kind, count: times }) => `${kind} ${times}`);
  tell(io, `${counted(count, 'claim')} of ${counted(articles.length, 'article')} as ${exporter.id}.`);
  if (lost.length > 0) {
    tell(io, `Not carried by this format: ${lost.join(', ')}. --losses FILE lists it all.`);
  }
  const report = textOption(input, 'losses');
  if (report !== undefined) {
    await fs.writeFile(path.resolve(io.cwd, report), lossReportMarkdown(exporter.label, output.losses));
  }
  return skipped.count > 0 ? ExitCode.problems : ExitCode.fine;
}

/** Names for actor ids, as the articles have them. */
function actorsOf(articles: readonly ExportArticle[]): Map<string, ExportActor> {
  const actors = new Map<string, ExportActor>();
  for (const { language, mentions = [] } of articles) {
    for (const { actor, name, kind } of mentions) {
      const known = actors.get(actor);
      if (!known?.names[language]) {
        actors.set(actor, { kind, ...known, names: { ...known?.names, [language]: name } });
      }
    }
  }
  return actors;
}

async function writeFiles(files: readonly ExportFile[], output: string | undefined, io: Io): Promise<void> {
  if (output === undefined) {
    const [file, ...others] = files;
    if (others.length > 0) {
      throw new CommandError(`This format makes ${files.length} files. Say --output FOLDER/.`);
    }
    const content = file?.content ?? '';
    if (typeof content === 'string') {
      await print(io, content);
    } else if (io.stdout.isTTY) {
      throw new CommandError('This format is no text. Say --output FILE, or send it on.');
    } else {
      io.stdout.write(content);
    }
    return;
  }
  const target = path.resolve(io.cwd, output);
  const isFolder = output.endsWith('/') || (await fs.stat(target).catch(() => undefined))?.isDirectory();
  if (!isFolder && files.length > 1) {
    throw new CommandError(`This format makes ${files.length} files. Say --output ${output}/ for a folder.`);
  }
  for (const file of files) {
    const place = isFolder ? path.join(target, file.path) : target;
    if (isFolder && !place.startsWith(target + path.sep)) {
      throw new CommandError(`${file.path}: leads out of the folder.`);
    }
    await fs.mkdir(path.dirname(place), { recursive: true });
    await fs.writeFile(place, file.content);
  }
}
