// The words that are near a word nobody knows: as the IR's own, which suggests in tables.

export { distance, nearest, suggest } from '@fairlead/ir';
