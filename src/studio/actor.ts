/** Who asks: the user and the workspace they act in. */
export interface Actor {
  readonly userId: string;
  readonly workspaceId: string;
  /** The API token they ask with, whose budget counts too; left out or null: a person. */
  readonly tokenId?: string | null;
}
