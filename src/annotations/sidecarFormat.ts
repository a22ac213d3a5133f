/** Format of the sidecars we write. A higher major version is not touched, a higher minor one is. */
export const formatVersion = { major: 1, minor: 0 } as const;

/**
 * What a new sidecar holds before its first item; both maps stand in it so that two first items never collide. It names
 * no schema: an address in a file outlives whoever answers at it, is asked for over the network, and would win over the
 * schema that ships with the extension and that `yamlValidation` in the manifest offers to YAML editors.
 */
export const newSidecarText = `# Claims in the article that this file is named after. Kept by Editorial Claims; may be edited by hand.
version: "${formatVersion.major}.${formatVersion.minor}"

claims:

corrections:
`;

export const actorsFormatVersion = { major: 1, minor: 0 } as const;

export const newActorsText = `# Actors in the articles of this folder. Kept by Editorial Claims; may be edited by hand.
version: "${actorsFormatVersion.major}.${actorsFormatVersion.minor}"

actors:
`;
