import { conduct } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";

/** Every address that nobody else knows. */
export const loader = conduct(async () => {
	throw new NotFound();
});

export const action = loader;

export default function Nothing() {
	return null;
}
