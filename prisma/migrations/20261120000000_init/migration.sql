-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "sectionId" UUID,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "failedCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" TEXT NOT NULL,
    "staffId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "resetAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "calendarYearId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "isWorkingDay" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("calendarYearId","date")
);

-- CreateTable
CREATE TABLE "OfficeClosure" (
    "id" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OfficeClosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Questionnaire" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Questionnaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionnaireVersion" (
    "id" UUID NOT NULL,
    "questionnaireId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuestionnaireVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "questionnaireId" UUID NOT NULL,
    "label" JSONB NOT NULL,
    "mode" TEXT NOT NULL,
    "isOpen" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Response" (
    "id" BIGSERIAL NOT NULL,
    "submissionKey" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "answeredOn" DATE NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "answers" JSONB NOT NULL,
    "writtenBy" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),

    CONSTRAINT "Response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponseMark" (
    "id" BIGSERIAL NOT NULL,
    "responseId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "markedBy" UUID,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,
    "writtenBy" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),

    CONSTRAINT "ResponseMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemTally" (
    "officeId" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "item" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ItemTally_pkey" PRIMARY KEY ("officeId","versionId","item","day","channelId","mode","option")
);

-- CreateTable
CREATE TABLE "PairTally" (
    "officeId" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "segment" TEXT NOT NULL,
    "segmentOption" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "PairTally_pkey" PRIMARY KEY ("officeId","versionId","segment","item","day","channelId","mode","segmentOption","option")
);

-- CreateTable
CREATE TABLE "TallyWatermark" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "transaction" BIGINT NOT NULL,

    CONSTRAINT "TallyWatermark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PetitionCategory" (
    "id" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "PetitionCategory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PetitionDraft" (
    "id" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PetitionDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Petition" (
    "id" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "number" TEXT,
    "accessCodeHash" TEXT,
    "confirmHash" TEXT,
    "submissionKey" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "categoryId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedOn" DATE,
    "dueOn" DATE,
    "statutoryDueOn" DATE,
    "deadlineTrace" JSONB,
    "extensionCount" INTEGER NOT NULL DEFAULT 0,
    "sectionId" UUID,
    "officerId" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "repliedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "mergedIntoId" UUID,

    CONSTRAINT "Petition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PetitionContact" (
    "petitionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "address" TEXT,

    CONSTRAINT "PetitionContact_pkey" PRIMARY KEY ("petitionId")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "officeId" TEXT,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorName" TEXT,
    "detail" JSONB NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "petitionId" UUID,
    "officeId" TEXT,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "signalKey" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "reason" TEXT,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "rocYear" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "documentNo" TEXT,
    "status" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "approvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanItem" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "findingId" UUID,
    "target" JSONB,

    CONSTRAINT "PlanItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkRow" (
    "id" UUID NOT NULL,
    "planItemId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "work" TEXT NOT NULL,
    "plannedMonths" INTEGER[],
    "actualMonths" INTEGER[],

    CONSTRAINT "WorkRow_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Office_code_key" ON "Office"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Section_officeId_name_key" ON "Section"("officeId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_username_key" ON "Staff"("username");

-- CreateIndex
CREATE INDEX "StaffSession_expiresAt_idx" ON "StaffSession"("expiresAt");

-- CreateIndex
CREATE INDEX "Attempt_resetAt_idx" ON "Attempt"("resetAt");

-- CreateIndex
CREATE INDEX "CalendarYear_year_importedAt_idx" ON "CalendarYear"("year", "importedAt");

-- CreateIndex
CREATE UNIQUE INDEX "OfficeClosure_officeId_date_key" ON "OfficeClosure"("officeId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "Questionnaire_slug_key" ON "Questionnaire"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireVersion_questionnaireId_number_key" ON "QuestionnaireVersion"("questionnaireId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_code_key" ON "Channel"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Response_submissionKey_key" ON "Response"("submissionKey");

-- CreateIndex
CREATE UNIQUE INDEX "Response_receipt_key" ON "Response"("receipt");

-- CreateIndex
CREATE INDEX "Response_writtenBy_idx" ON "Response"("writtenBy");

-- CreateIndex
CREATE INDEX "Response_officeId_answeredOn_idx" ON "Response"("officeId", "answeredOn");

-- CreateIndex
CREATE INDEX "ResponseMark_writtenBy_idx" ON "ResponseMark"("writtenBy");

-- CreateIndex
CREATE INDEX "ResponseMark_responseId_id_idx" ON "ResponseMark"("responseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PetitionCategory_officeId_key_key" ON "PetitionCategory"("officeId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Petition_number_key" ON "Petition"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Petition_confirmHash_key" ON "Petition"("confirmHash");

-- CreateIndex
CREATE UNIQUE INDEX "Petition_submissionKey_key" ON "Petition"("submissionKey");

-- CreateIndex
CREATE INDEX "Petition_officeId_status_dueOn_idx" ON "Petition"("officeId", "status", "dueOn");

-- CreateIndex
CREATE INDEX "Petition_officeId_filedAt_idx" ON "Petition"("officeId", "filedAt");

-- CreateIndex
CREATE INDEX "Event_topic_subjectId_id_idx" ON "Event"("topic", "subjectId", "id");

-- CreateIndex
CREATE INDEX "Letter_status_nextAttemptAt_idx" ON "Letter"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Letter_officeId_createdAt_idx" ON "Letter"("officeId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_signalKey_key" ON "Finding"("signalKey");

-- CreateIndex
CREATE INDEX "Finding_officeId_status_idx" ON "Finding"("officeId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_officeId_rocYear_key" ON "Plan"("officeId", "rocYear");

-- CreateIndex
CREATE UNIQUE INDEX "PlanItem_planId_number_key" ON "PlanItem"("planId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "WorkRow_planItemId_position_key" ON "WorkRow"("planItemId", "position");

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_calendarYearId_fkey" FOREIGN KEY ("calendarYearId") REFERENCES "CalendarYear"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeClosure" ADD CONSTRAINT "OfficeClosure_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireVersion" ADD CONSTRAINT "QuestionnaireVersion_questionnaireId_fkey" FOREIGN KEY ("questionnaireId") REFERENCES "Questionnaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_questionnaireId_fkey" FOREIGN KEY ("questionnaireId") REFERENCES "Questionnaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuestionnaireVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseMark" ADD CONSTRAINT "ResponseMark_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PetitionCategory" ADD CONSTRAINT "PetitionCategory_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Petition" ADD CONSTRAINT "Petition_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Petition" ADD CONSTRAINT "Petition_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "PetitionCategory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Petition" ADD CONSTRAINT "Petition_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Petition" ADD CONSTRAINT "Petition_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Petition" ADD CONSTRAINT "Petition_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Petition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PetitionContact" ADD CONSTRAINT "PetitionContact_petitionId_fkey" FOREIGN KEY ("petitionId") REFERENCES "Petition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_petitionId_fkey" FOREIGN KEY ("petitionId") REFERENCES "Petition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkRow" ADD CONSTRAINT "WorkRow_planItemId_fkey" FOREIGN KEY ("planItemId") REFERENCES "PlanItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
