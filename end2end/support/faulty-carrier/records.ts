// An exported file, as its rows.

/** The rows, by the names of the columns. */
export function records(csv: string): Record<string, string>[] {
  const [names = [], ...rows] = csv.replace('\ufeff', '').trim().split(/\r?\n/).map(fields)
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])))
}

/** The fields of a line, without quotation marks, and without what keeps a spreadsheet from running them. */
const fields = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').replace(/^'/, ''))
