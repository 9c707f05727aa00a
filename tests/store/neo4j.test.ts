import { openNeo4j } from '../../server/store/neo4j.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { describeStore } from './contract.ts';
import { neo4jGaps } from './neo4j-gaps.ts';

describeWithNeo4j('Neo4j', (address) => {
  describeStore('Neo4j', (key) => openNeo4j({ ...address, key }), neo4jGaps);
});
