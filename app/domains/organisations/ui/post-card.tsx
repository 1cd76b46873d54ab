import { Card } from "~/design/card";
import { useText } from "~/platform/i18n";
import { messages } from "../place-messages";
import type { PostView } from "../queries/posts.server";
import { Deputy, Holder } from "./holder";

/** A post with the answer to "who is there for me": holder, telephone, deputy. */
export function PostCard({ post, href }: { post: PostView; href: string }) {
	const t = useText(messages);
	return (
		<Card title={post.label} href={href} above={post.organisation}>
			<p>
				<strong>
					<Holder post={post} />
				</strong>
			</p>
			{post.phone && (
				<p>
					{t("posts.phone")}: {post.phone}
				</p>
			)}
			{post.deputy && (
				<p>
					{t("posts.deputy")}: <Deputy post={post} />
				</p>
			)}
		</Card>
	);
}
