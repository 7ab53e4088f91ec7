/** What a decision about a record gives back: what it becomes, what is written in its history, the letters that go out. */

export type Change<State, Event, Letter = never> = {
  next: State
  events: readonly Event[]
  letters?: readonly Letter[]
}

/**
 * The events of a topic, from each kind's detail and publicity. Who may see an event is a fact of its kind and stands
 * in one table; a decision may repeat it for its reader, but a wrong one does not compile.
 */
export type EventOf<
  Detail extends Record<keyof Publicity, object>,
  Publicity extends Record<string, boolean>,
> = {
  [Kind in keyof Publicity & string]: {
    kind: Kind
    isPublic?: Publicity[Kind]
    detail: Detail[Kind]
  }
}[keyof Publicity & string]
