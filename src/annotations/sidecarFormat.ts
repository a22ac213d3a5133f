/** Format of the sidecars we write. A higher major version is not touched, a higher minor one is. */
export const formatVersion = { major: 1, minor: 0 } as const;

/** Where YAML editors find the schema that also ships as `media/claims.schema.json`. */
export const claimsSchemaUrl =
  'https://raw.githubusercontent.com/editorial-claims/editorial-claims/main/media/claims.schema.json';
export const actorsSchemaUrl =
  'https://raw.githubusercontent.com/editorial-claims/editorial-claims/main/media/actors.schema.json';

/** What a new sidecar holds before its first item; both maps stand in it so that two first items never collide. */
export const newSidecarText = `# yaml-language-server: $schema=${claimsSchemaUrl}
version: "${formatVersion.major}.${formatVersion.minor}"

claims:

corrections:
`;

export const actorsFormatVersion = { major: 1, minor: 0 } as const;

export const newActorsText = `# yaml-language-server: $schema=${actorsSchemaUrl}
version: "${actorsFormatVersion.major}.${actorsFormatVersion.minor}"

actors:
`;
