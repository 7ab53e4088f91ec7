-- Counts by month instead of by day, and pairs by numbers instead of names: a twentieth of the room.
ALTER TABLE "ItemTally" RENAME TO item_tally_by_day;
ALTER TABLE item_tally_by_day RENAME CONSTRAINT "ItemTally_pkey" TO item_tally_by_day_pkey;
ALTER TABLE "PairTally" RENAME TO pair_tally_by_day;
ALTER TABLE pair_tally_by_day RENAME CONSTRAINT "PairTally_pkey" TO pair_tally_by_day_pkey;

-- CreateTable
CREATE TABLE "ItemTally" (
    "officeId" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "item" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ItemTally_pkey" PRIMARY KEY ("officeId", "versionId", "item", "month", "channelId", "mode", "option")
);

-- CreateTable
CREATE TABLE "TallyPlace" (
    "id" SERIAL NOT NULL,
    "officeId" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "mode" TEXT NOT NULL,

    CONSTRAINT "TallyPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TallyTick" (
    "id" SERIAL NOT NULL,
    "item" TEXT NOT NULL,
    "option" TEXT NOT NULL,

    CONSTRAINT "TallyTick_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PairTally" (
    "place" INTEGER NOT NULL,
    "segment" INTEGER NOT NULL,
    "tick" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "PairTally_pkey" PRIMARY KEY ("place", "segment", "tick", "month")
);

-- CreateIndex
CREATE UNIQUE INDEX "TallyPlace_officeId_versionId_channelId_mode_key" ON "TallyPlace"("officeId", "versionId", "channelId", "mode");

-- CreateIndex
CREATE UNIQUE INDEX "TallyTick_item_option_key" ON "TallyTick"("item", "option");

INSERT INTO "ItemTally" ("officeId", "versionId", "channelId", mode, month, item, option, count)
SELECT "officeId", "versionId", "channelId", mode, date_trunc('month', day)::date, item, option, sum(count)
FROM item_tally_by_day GROUP BY 1, 2, 3, 4, 5, 6, 7;

INSERT INTO "TallyPlace" ("officeId", "versionId", "channelId", mode)
SELECT DISTINCT "officeId", "versionId", "channelId", mode FROM pair_tally_by_day;

INSERT INTO "TallyTick" (item, option)
SELECT item, option FROM pair_tally_by_day UNION SELECT segment, "segmentOption" FROM pair_tally_by_day;

INSERT INTO "PairTally" (place, segment, tick, month, count)
SELECT p.id, s.id, t.id, date_trunc('month', old.day)::date, sum(old.count)
FROM pair_tally_by_day old
JOIN "TallyPlace" p USING ("officeId", "versionId", "channelId", mode)
JOIN "TallyTick" s ON s.item = old.segment AND s.option = old."segmentOption"
JOIN "TallyTick" t ON t.item = old.item AND t.option = old.option
GROUP BY 1, 2, 3, 4;

DROP TABLE item_tally_by_day;
DROP TABLE pair_tally_by_day;

-- Pairs by their names.
CREATE VIEW "PairCount" AS
SELECT p."officeId", p."versionId", p."channelId", p.mode, c.month, s.item AS segment, s.option AS "segmentOption",
  t.item, t.option, c.count
FROM "PairTally" c
JOIN "TallyPlace" p ON p.id = c.place
JOIN "TallyTick" s ON s.id = c.segment
JOIN "TallyTick" t ON t.id = c.tick;
