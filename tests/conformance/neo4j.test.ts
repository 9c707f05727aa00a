import { openNeo4j } from '../../server/store/neo4j.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { checkAnswer, describeConformance } from './conformance.ts';

describeWithNeo4j('Neo4j answers as the cases say', (address) => {
  describeConformance((key) => openNeo4j({ ...address, key }), checkAnswer);
});
