CREATE TABLE "loops" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant" text NOT NULL,
	"person" text NOT NULL,
	"conversation" text NOT NULL,
	"level" text NOT NULL,
	"company" text,
	"mode" text NOT NULL,
	"rounds" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "loop" text;--> statement-breakpoint
CREATE UNIQUE INDEX "loops_open" ON "loops" USING btree ("tenant","person") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "interviews_loop" ON "interviews" USING btree ("loop") WHERE loop is not null;