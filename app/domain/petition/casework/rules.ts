/** What an office may set for its casework. The law leaves these numbers open; 行政程序法 §170 I asks the office to fix them. */
export type CaseworkRules = {
  /** How often one case may be extended. The 要點 names no number. */
  maxExtensions: number
  /** Working days the petitioner is given to answer a request for supplement. */
  supplementWorkingDays: number
  /** Whether waiting for the supplement stops the clock. The stricter reading, that it runs on, is the preset. */
  supplementStopsClock: boolean
  /** §173 (2): how many clear answers make a further petition on the same cause a repeated one (金門: 二次以上). */
  repeatedAnswers: number
}

export const CASEWORK_RULES: CaseworkRules = {
  maxExtensions: 1,
  supplementWorkingDays: 7,
  supplementStopsClock: false,
  repeatedAnswers: 2,
}
