CREATE TABLE "events" (
	"interview" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"v" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "events_interview_seq_pk" PRIMARY KEY("interview","seq")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant" text NOT NULL,
	"key" text NOT NULL,
	"conversation" text NOT NULL,
	"person" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"body" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"handled_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant" text NOT NULL,
	"person" text NOT NULL,
	"conversation" text NOT NULL,
	"phase" text NOT NULL,
	"round" text NOT NULL,
	"level" text NOT NULL,
	"mode" text NOT NULL,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	"wake_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "marks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "marks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant" text NOT NULL,
	"interview" text NOT NULL,
	"turn" integer NOT NULL,
	"question" text NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"won" text,
	"message" text,
	"revision" integer,
	"quote_start" integer,
	"quote_end" integer,
	"assessed_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text NOT NULL,
	"revision" integer NOT NULL,
	"tenant" text NOT NULL,
	"interview" text NOT NULL,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"platform_key" text,
	CONSTRAINT "messages_id_revision_pk" PRIMARY KEY("id","revision")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant" text NOT NULL,
	"conversation" text NOT NULL,
	"interview" text,
	"message" text,
	"part" jsonb NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"absences" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone,
	"first_attempt_at" timestamp with time zone,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"platform_id" text,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"hash" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"tenant" text NOT NULL,
	"person" text NOT NULL,
	"level" text,
	"company" text,
	"mode" text,
	CONSTRAINT "people_tenant_person_pk" PRIMARY KEY("tenant","person")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant" text NOT NULL,
	"person" text NOT NULL,
	"interview" text NOT NULL,
	"round" text NOT NULL,
	"level" text NOT NULL,
	"mode" text NOT NULL,
	"s" real,
	"t" real,
	"a" real,
	"r" real,
	"band" text,
	"flags" jsonb NOT NULL,
	"turns_graded" integer NOT NULL,
	"turns_asked" integer NOT NULL,
	"assessed_by" text NOT NULL,
	"pack" text NOT NULL,
	"revision" integer NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "work_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant" text NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"key" text NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_key" ON "inbox" USING btree ("tenant","key");--> statement-breakpoint
CREATE INDEX "inbox_unhandled" ON "inbox" USING btree ("tenant","conversation","id") WHERE handled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "interviews_running_person" ON "interviews" USING btree ("tenant","person") WHERE phase in ('lobby', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "interviews_running_conversation" ON "interviews" USING btree ("tenant","conversation") WHERE phase in ('lobby', 'running');--> statement-breakpoint
CREATE INDEX "interviews_conversation" ON "interviews" USING btree ("tenant","conversation") WHERE phase <> 'ended';--> statement-breakpoint
CREATE INDEX "interviews_person" ON "interviews" USING btree ("tenant","person");--> statement-breakpoint
CREATE INDEX "interviews_wake" ON "interviews" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX "marks_question" ON "marks" USING btree ("interview","question");--> statement-breakpoint
CREATE INDEX "messages_platform" ON "messages" USING btree ("tenant","platform_key") WHERE platform_key is not null;--> statement-breakpoint
CREATE INDEX "messages_interview" ON "messages" USING btree ("interview");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("tenant","conversation","position") WHERE state in ('pending', 'sending', 'unclear');--> statement-breakpoint
CREATE UNIQUE INDEX "reports_revision" ON "reports" USING btree ("interview","revision");--> statement-breakpoint
CREATE INDEX "reports_person" ON "reports" USING btree ("tenant","person","at");--> statement-breakpoint
CREATE UNIQUE INDEX "work_key" ON "work" USING btree ("ref","key");--> statement-breakpoint
CREATE INDEX "work_due" ON "work" USING btree ("run_at");