/** A form that could not be taken and was kept: which of its fields somebody wrote, and which are only choices. */

type Entered = Record<string, string | string[]>

/** What a person wrote: ids, dates and chosen options are of ASCII without a space. */
export function writingOf(entered: Entered): string[] {
  return Object.values(entered)
    .flat()
    .filter((value) => /[^\x21-\x7e]/.test(value))
}

export const hasWriting = (entered: Entered): boolean => writingOf(entered).length > 0
