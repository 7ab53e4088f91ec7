-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "leasedUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReadinessCheck" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReadinessCheck_pkey" PRIMARY KEY ("id")
);
