import { z } from "zod";
import { keywords } from "../form-fields";

const ids = z.array(z.uuid("term-unknown")).max(100, "term-unknown").default([]);

/** Topics and areas of the owner, and words that are none of them. */
export const termFields = { topicIds: ids, areaIds: ids, topics: keywords, areas: keywords };

/** For which group or body a group works: "group:…", "body:…", or nothing. */
const parentField = z
	.union([z.literal(""), z.string().regex(/^(group|body):[0-9a-f-]{36}$/)], "parent-unknown")
	.default("")
	.transform((text) => {
		const [kind, id = ""] = text.split(":");
		return { parentId: kind === "group" ? id : null, parentBodyId: kind === "body" ? id : null };
	});

export const assignForm = z.object({ ...termFields, parent: parentField });
