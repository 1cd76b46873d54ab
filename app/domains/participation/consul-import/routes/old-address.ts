import { redirect } from "react-router";
import { conduct } from "~/platform/http/conduct.server";
import { newAddress } from "../queries/old-address.server";

/** An address of a platform that was taken over: leads to the new page for good, or is not there like any other. */
export const loader = conduct(async ({ world, request }) => {
	const { pathname, hostname } = new URL(request.url);
	throw redirect(await newAddress(world, { path: pathname, host: hostname }), 301);
});

export default function Moved() {
	return null;
}
