/** The topics of petitions that a household registration office starts with; each office edits its own. */
import { db } from "~/server/tools/db.server"

type Category = {
  key: string
  label: Record<"zh-TW" | "en" | "vi" | "id", string>
  confidential?: true
}

const label = (zhTW: string, en: string, vi: string, id: string) => ({ "zh-TW": zhTW, en, vi, id })

/** In the order in which they are offered. 檢舉 must be kept confidential (§170 II). */
export const CATEGORIES: Category[] = [
  {
    key: "attitude",
    label: label("服務態度", "How I was treated", "Thái độ phục vụ", "Sikap pelayanan"),
  },
  {
    key: "waiting",
    label: label(
      "等候時間、叫號",
      "Waiting time and queue numbers",
      "Thời gian chờ, lấy số",
      "Waktu tunggu dan nomor antrean",
    ),
  },
  {
    key: "procedure",
    label: label(
      "作業流程、應備證件",
      "Procedure and papers needed",
      "Quy trình và giấy tờ cần thiết",
      "Prosedur dan dokumen yang diperlukan",
    ),
  },
  {
    key: "law",
    label: label(
      "法令疑義",
      "Questions about the law",
      "Thắc mắc về pháp luật",
      "Pertanyaan hukum",
    ),
  },
  {
    key: "registration",
    label: label(
      "登記或審核錯誤",
      "Errors in registration or review",
      "Sai sót đăng ký hoặc xét duyệt",
      "Kesalahan pencatatan atau pemeriksaan",
    ),
  },
  { key: "fees", label: label("規費", "Fees", "Lệ phí", "Biaya") },
  {
    key: "address",
    label: label(
      "門牌、住址編釘",
      "House numbers and addresses",
      "Số nhà và địa chỉ",
      "Nomor rumah dan alamat",
    ),
  },
  {
    key: "id-card",
    label: label(
      "身分證、自然人憑證",
      "ID card and citizen certificate",
      "Thẻ căn cước, chứng thư số",
      "Kartu identitas dan sertifikat digital",
    ),
  },
  {
    key: "nationality",
    label: label(
      "國籍、歸化",
      "Nationality and naturalization",
      "Quốc tịch, nhập tịch",
      "Kewarganegaraan dan naturalisasi",
    ),
  },
  {
    key: "online",
    label: label(
      "線上申辦、網站",
      "Online services and website",
      "Dịch vụ trực tuyến, trang web",
      "Layanan daring dan situs web",
    ),
  },
  { key: "telephone", label: label("電話不通、電話禮貌", "Telephone", "Điện thoại", "Telepon") },
  {
    key: "premises",
    label: label(
      "洽公環境、無障礙、停車",
      "Premises, accessibility and parking",
      "Cơ sở vật chất, lối đi không rào cản, bãi đỗ xe",
      "Fasilitas, aksesibilitas, dan parkir",
    ),
  },
  {
    key: "privacy",
    label: label("個人資料疑慮", "Personal data", "Dữ liệu cá nhân", "Data pribadi"),
    confidential: true,
  },
  {
    key: "false-registration",
    label: label(
      "檢舉戶籍不實",
      "Reporting a false registration",
      "Tố giác hộ tịch không đúng sự thật",
      "Melaporkan catatan kependudukan palsu",
    ),
    confidential: true,
  },
  {
    key: "staff-misconduct",
    label: label(
      "檢舉同仁違失",
      "Reporting staff misconduct",
      "Tố giác sai phạm của nhân viên",
      "Melaporkan pelanggaran petugas",
    ),
    confidential: true,
  },
  { key: "thanks", label: label("感謝、表揚", "Thanks", "Cảm ơn, khen ngợi", "Terima kasih") },
  { key: "other", label: label("其他", "Other", "Khác", "Lainnya") },
]

/** Gives an office the categories it does not have yet. May run twice. */
export async function seedCategories(officeId: string): Promise<void> {
  await db().petitionCategory.createMany({
    data: CATEGORIES.map((category, position) => ({
      confidential: false,
      ...category,
      officeId,
      position,
    })),
    skipDuplicates: true,
  })
}
