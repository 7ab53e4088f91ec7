-- CreateTable
CREATE TABLE "KeptForm" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "KeptForm_staffId_idx" ON "KeptForm"("staffId");

-- CreateIndex
CREATE INDEX "KeptForm_expiresAt_idx" ON "KeptForm"("expiresAt");

-- AddForeignKey
ALTER TABLE "KeptForm" ADD CONSTRAINT "KeptForm_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
