import { z } from "zod";
import { readMailAddress } from "~/platform/mail/address";

/** An e-mail address as it is stored and compared: the platform's one spelling, all in lower case. */
export const emailAddress = z.string().transform((typed, context) => {
	const address = readMailAddress(typed.toLowerCase());
	if (address === null) context.addIssue({ code: "custom", message: "email-shape" });
	return address ?? "";
});
