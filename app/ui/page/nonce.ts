/** The page's script nonce, for the parts that write scripts. */
import { createContext } from "react"

export const Nonce = createContext<string | undefined>(undefined)
