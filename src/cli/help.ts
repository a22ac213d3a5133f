import { type Command, type OptionSpec, optionsOf } from './command';
import { type Io, styled } from './io';

export const program = 'editorial-claims';

/** Widest line of a help text where the terminal is wider. */
const widest = 100;
const indent = '       ';

const usualExit: readonly (readonly [number, string])[] = [
  [0, 'All went well.'],
  [1, 'Problems were found; they are told on standard error or are the output.'],
  [2, 'Wrong use, or the work could not be done; nothing was changed.'],
];

/** The manual of one command, in the sections of a man page. */
export function commandHelp(command: Command, io: Io): string {
  const width = Math.min(widest, io.stdout.columns ?? 80);
  const head = (title: string): string => styled(io, io.stdout, 'bold', title);
  const lines: string[] = [
    head('NAME'),
    `${indent}${program} ${command.name} - ${command.summary}`,
    '',
    head('SYNOPSIS'),
    ...command.synopsis.map((form) => `${indent}${program} ${form}`),
    '',
    head('DESCRIPTION'),
    ...command.description.flatMap((text, i) => [...(i > 0 ? [''] : []), ...wrap(text, width, indent)]),
    '',
    head('OPTIONS'),
    ...Object.entries(optionsOf(command)).flatMap(([name, option]) => [
      `${indent}${styled(io, io.stdout, 'bold', optionForm(name, option))}`,
      ...wrap(optionText(option), width, `${indent}    `),
    ]),
    '',
    head('EXIT STATUS'),
    ...(command.exitStatus ?? usualExit).flatMap(([code, text]) => wrap(`${code}   ${text}`, width, indent)),
    '',
    head('EXAMPLES'),
    ...command.examples.flatMap(([call, text], i) => [
      ...(i > 0 ? [''] : []),
      ...wrap(text, width, indent),
      `${indent}    ${call}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the program does and its commands. */
export function programHelp(commands: readonly Command[], io: Io): string {
  const width = Math.min(widest, io.stdout.columns ?? 80);
  const longest = Math.max(...commands.map(({ name }) => name.length));
  const lines = [
    `Usage: ${program} COMMAND [OPTION]... [FILE]...`,
    '',
    ...wrap(
      'Claims in articles: recognise them, keep what people record beside the articles, check it, link it, export it.',
      width,
      '',
    ),
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${styled(io, io.stdout, 'bold', name.padEnd(longest))}  ${summary}`),
    '',
    'Options:',
    '  -h, --help      Show this help, or that of a command.',
    '  -V, --version   Show the version.',
    '',
    `'${program} COMMAND --help' or '${program} help COMMAND' tells all about a command.`,
    'Exit status: 0 fine, 1 problems found, 2 wrong use. Data on standard output, messages on standard error.',
  ];
  return `${lines.join('\n')}\n`;
}

function optionForm(name: string, { short, type, value }: OptionSpec): string {
  return `${short ? `-${short}, ` : ''}--${name}${type === 'string' ? ` ${value ?? 'VALUE'}` : ''}`;
}

function optionText({ help, choices, multiple }: OptionSpec): string {
  const values = choices ? ` One of: ${choices.join(', ')}.` : '';
  return `${help}${values}${multiple ? ' May be given more than once.' : ''}`;
}

/** Breaks text at spaces. */
export function wrap(text: string, width: number, margin: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && margin.length + line.length + 1 + word.length > width) {
      lines.push(margin + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, margin + line];
}
