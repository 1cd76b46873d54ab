import { z } from "zod";

export const systemForm = z.object({
	name: z.string("name-missing").trim().min(3, "name-missing").max(120, "too-long"),
	address: z
		.string("address-unreadable")
		.trim()
		.max(500, "too-long")
		.pipe(z.url({ protocol: /^https?$/, message: "address-unreadable" })),
	readsOparl: z
		.string()
		.optional()
		.transform((value) => value === "ja"),
	moreHosts: z
		.string()
		.trim()
		.max(500, "too-long")
		.default("")
		.transform((text) =>
			text
				.split(/[\s,;]+/)
				.map((host) => host.toLowerCase())
				.filter((host) => host !== ""),
		),
});
