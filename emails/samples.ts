/** One fixed sample of each letter, for previews and tests. The names are hostile on purpose. */
import { calendarDate } from "~/domain/deadline/calendar-date"
import type { LetterKind } from "~/domain/letter/letters"
import type { LetterProps } from "~/domain/letter/letters.schema"

const from = {
  office: {
    name: "臺北市中正區戶政事務所",
    nameEn: "Zhongzheng District Household Registration Office, Taipei City",
    phone: "02-2394-6793",
    address: "臺北市中正區牯嶺街 9 號",
  },
  siteUrl: "https://minyi.example.gov.tw",
}
const basics = {
  ...from,
  petitionerName: '王<script>alert("小明")</script>',
  subject: "叫號太慢 <b>& 沒有座位</b>",
}
const number = "ZZ-1151120-00012"
const dueOn = calendarDate("2026-11-30")

export const LETTER_SAMPLES: { [Kind in LetterKind]: LetterProps<Kind> } = {
  confirmation: {
    ...from,
    confirmUrl: "https://minyi.example.gov.tw/petitions/confirm/sample-token",
    confirmBy: new Date("2026-11-23T15:05:00+08:00"),
  },
  acceptance: {
    ...basics,
    number,
    accessCode: "ACDEF-GHJKM-NPRTW",
    dueOn,
    content: "週五下午等了五十分鐘。\n叫號燈 <b>看不清楚</b>。",
  },
  "access-code": { ...basics, number, accessCode: "ACDEF-GHJKM-NPRTW" },
  assignment: { ...basics, number, sectionName: "戶籍登記課", dueOn },
  "supplement-request": {
    ...basics,
    number,
    question: "請說明是哪一天、哪一個櫃檯。\n如有號碼牌，請一併告知號碼。",
    answerBy: calendarDate("2026-12-01"),
  },
  extension: {
    ...basics,
    number,
    dueOn: calendarDate("2026-12-07"),
    reason: "需調閱 11 月份的叫號紀錄。",
  },
  transfer: {
    ...basics,
    number,
    agency: "臺北市停車管理工程處",
    reason: "路邊停車格的劃設屬該處權責。",
  },
  "not-processed": {
    ...basics,
    number,
    ground: "answered_repeatedly",
    reason: "同一事由已於 10 月兩次答復。",
    earlier: ["ZZ-1151002-00003", "ZZ-1151015-00001"],
  },
  merge: { ...basics, number, mainNumber: "ZZ-1151119-00004", dueOn },
  reply: {
    ...basics,
    number,
    disposition: "partly",
    body: "我們查閱了當天的叫號紀錄，下午尖峰確實等候超過 40 分鐘。\n自 12 月起，週五下午增開第 5 號櫃檯。",
    reason: "座位受場地限制，暫時無法增加。",
    legalBasis: "行政程序法第 171 條第 1 項",
    remedies: ["administrative_appeal", "litigation", "state_compensation"],
  },
  withdrawn: { ...basics, number },
}
