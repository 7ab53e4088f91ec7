-- AlterTable
ALTER TABLE "Office" ADD COLUMN     "hours" JSONB;

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "tookUpTo" INTEGER;

-- CreateTable
CREATE TABLE "Arrival" (
    "responseId" BIGINT NOT NULL,
    "channelId" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "sender" TEXT,
    "textHash" TEXT,
    "isQuick" BOOLEAN NOT NULL,
    "isStraight" BOOLEAN NOT NULL,
    "isSeen" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Arrival_pkey" PRIMARY KEY ("responseId")
);

-- CreateIndex
CREATE INDEX "Arrival_channelId_receivedAt_idx" ON "Arrival"("channelId", "receivedAt");

-- CreateIndex
CREATE INDEX "Arrival_isSeen_idx" ON "Arrival"("isSeen");

-- CreateIndex
CREATE INDEX "ResponseMark_kind_idx" ON "ResponseMark"("kind");
