import { Select } from "~/design/select";

/** A post of the organisation or of who acts for it. */
export function PostChoice({
	posts,
	...field
}: {
	posts: readonly { id: string; label: string }[];
	name: string;
	label: string;
	value?: string;
	error?: string;
	hint?: string;
	empty?: string;
	optional?: boolean;
}) {
	return <Select {...field} options={posts.map(({ id, label }) => ({ value: id, label }))} />;
}
