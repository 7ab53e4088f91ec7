/** The paper every letter is written on: greeting, body, facts, signature; colours and type of the house. */
import {
  Body,
  Button,
  Container,
  Head,
  Hr,
  Html,
  Preview,
  Section,
  Text,
} from "@react-email/components"
import type { ReactNode } from "react"
import { LANGUAGE_TAGS } from "~/locales/languages"
import type { LetterBasics } from "~/domain/letter/letters.schema"
import type { LetterWords } from "./letter-words"

const ink = { color: "#1B2733", fontSize: "16px", lineHeight: "1.8", margin: "0 0 16px" }
const soft = { color: "#51606E", fontSize: "14px", lineHeight: "1.7", margin: "0 0 4px" }
const fonts = '"Noto Sans TC", "PingFang TC", "Microsoft JhengHei", system-ui, sans-serif'

type Paper = { words: LetterWords; basics: LetterBasics; preview: string; children: ReactNode }

export function LetterPaper({ words, basics, preview, children }: Paper) {
  const { t, locale } = words
  const { phone, address } = basics.office
  return (
    <Html lang={LANGUAGE_TAGS[locale]}>
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: "#FBFAF6", fontFamily: fonts, margin: 0 }}>
        <Container style={{ backgroundColor: "#FFFFFF", maxWidth: "38rem", padding: "32px 24px" }}>
          <Text style={ink}>{greetingOf(words, basics)}</Text>
          {children}
          <Hr style={{ borderColor: "#D9D5CA", margin: "32px 0 16px" }} />
          <Text style={{ ...soft, fontWeight: 600 }}>
            {t("signature", { office: officeName(basics, locale) })}
          </Text>
          <Text style={soft}>{t("contact", { address, phone })}</Text>
          <Text style={soft}>{t("automatic", { phone })}</Text>
        </Container>
      </Body>
    </Html>
  )
}

function greetingOf({ t }: LetterWords, { petitionerName }: LetterBasics): string {
  return petitionerName ? t("greeting", { name: petitionerName }) : t("greeting-unnamed")
}

const officeName = ({ office }: LetterBasics, locale: string) =>
  locale === "zh-TW" ? office.name : office.nameEn

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={ink}>{children}</Text>
}

/** What a person wrote, set apart, with its line ends kept. */
export function Written({ text }: { text: string }) {
  const lines = text.split("\n")
  return (
    <Section style={{ borderLeft: "4px solid #14566B", margin: "0 0 16px", paddingLeft: "16px" }}>
      {lines.map((line, index) => (
        <Text key={index} style={{ ...ink, margin: 0, minHeight: "1em" }}>
          {line}
        </Text>
      ))}
    </Section>
  )
}

/** Facts to keep: a label and its value on one line each. */
export function Facts({ rows }: { rows: [label: string, value: string][] }) {
  return (
    <Section
      style={{
        borderBottom: "1px solid #D9D5CA",
        borderTop: "1px solid #D9D5CA",
        margin: "0 0 24px",
      }}
    >
      {rows.map(([label, value]) => (
        <Text key={label} style={{ ...ink, margin: "8px 0" }}>
          {label}
          {"\u3000"}
          <strong>{value}</strong>
        </Text>
      ))}
    </Section>
  )
}

/** A link as a button; nothing where the portal's address is not set. */
export function LinkButton({ href, label }: { href: string; label: string }) {
  if (!/^https?:\/\//.test(href)) return null
  const style = {
    backgroundColor: "#14566B",
    color: "#FFFFFF",
    fontSize: "16px",
    fontWeight: 600,
    padding: "14px 28px",
  }
  return (
    <Section style={{ margin: "0 0 24px" }}>
      <Button href={href} style={style}>
        {label}
      </Button>
    </Section>
  )
}

export function FollowButton({ words, basics }: { words: LetterWords; basics: LetterBasics }) {
  return <LinkButton href={`${basics.siteUrl}/petitions/follow`} label={words.t("follow")} />
}
