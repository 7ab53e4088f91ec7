-- AlterTable
ALTER TABLE "PetitionDraft" ADD COLUMN     "person" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "petitionId" UUID;

-- CreateIndex
CREATE INDEX "PetitionDraft_person_updatedAt_idx" ON "PetitionDraft"("person", "updatedAt");

-- CreateIndex
CREATE INDEX "PetitionDraft_updatedAt_idx" ON "PetitionDraft"("updatedAt");
