import { z } from "zod";
import { dayOrOpen, tick } from "../form-fields";

export const addFileForm = z.object({
	title: z.string("title-missing").trim().min(3, "title-missing").max(120, "title-missing"),
	isPublic: tick,
	keepUntil: dayOrOpen,
});

export const versionForm = z.object({
	document: z.uuid("invalid"),
	note: z.string("note-missing").trim().min(3, "note-missing").max(300, "note-missing"),
});

export const fileActForm = z.object({ document: z.uuid("invalid"), act: z.enum(["open", "close", "remove"]) });
