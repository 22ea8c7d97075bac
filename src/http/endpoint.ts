// GraphQL behind /graphql: one operation in, status and body out. Limits, cost, time and the error mask are applied here, whoever asks.
import {
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Viewer } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { type Cost, createMeter, staticCost } from '../graphql/cost.ts';
import type { Database } from '../store/db.ts';
import { readAs, writeAs } from '../store/operation.ts';
import type { AnswerType } from './accept.ts';
import { formatError, type MaskedError, maskError } from './errors.ts';
import { checkShape, checkText, type Limits } from './limits.ts';
import { logError } from './log.ts';
import type { Params } from './params.ts';
import { inTime } from './time-limit.ts';

/** What resolvers are given, but for the meter of the operation. */
export type RequestContext = Omit<Context, 'cost'>;

/** What goes back to the client. */
export type Answered = { status: number; headers: Record<string, string>; text: string };

/** One operation being answered. `cost` and `operation` are known once it was read, `answered` at the end. */
export type Asked = {
  params: Params;
  answerType: AnswerType;
  context: RequestContext;
  operation?: string | undefined;
  cost?: () => Cost;
  answered?: Answered;
};

type ServerContext = { asked: Asked };

const documentsKept = 200;

/** Answers the operation of `asked`; notes its name there. */
export type Endpoint = (request: Request, asked: Asked) => Promise<Answered>;

export function createEndpoint(schema: GraphQLSchema, limits: Limits): Endpoint {
  const yoga = createYoga<ServerContext>({
    schema,
    cors: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    multipart: false,
    batching: false,
    maskedErrors: false, // `answer` masks every error, those of validation included.
    maxRequestBodySize: false, // The body was read and measured before.
    parserAndValidationCache: { documentCache: createCache(documentsKept), errorCache: createCache(0) },
    plugins: [guard(limits)],
  });
  return async (request, asked) => {
    const response = await yoga.fetch(request, { asked });
    // The text goes round yoga's Response: through it, it would be encoded and decoded once more.
    return asked.answered ?? { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  };
}

/** Keeps what was parsed from the texts asked for last; few, so that nobody can fill the memory with them. */
function createCache<Value>(size: number) {
  const kept = new Map<string, Value>();
  return {
    get: (key: string) => kept.get(key),
    set(key: string, value: Value) {
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** The stages of an operation, in order. */
function guard(limits: Limits): Plugin<ServerContext & Context, ServerContext> {
  return {
    onRequestParse({ serverContext, setRequestParser }) {
      setRequestParser(() => serverContext.asked.params);
    },
    onParse({ setParseFn }) {
      setParseFn((source: string, options?: object) => {
        checkText(source, limits);
        return parse(source, options);
      });
      return ({ context, result }) => {
        const { asked } = context;
        if (result && 'definitions' in result) asked.operation = getOperationAST(result, asked.params.operationName)?.name?.value.slice(0, 100);
      };
    },
    onValidate({ setValidationFn }) {
      setValidationFn((ofSchema: GraphQLSchema, document: Parameters<typeof validate>[1], rules: Parameters<typeof validate>[2]) => {
        checkShape(document, limits);
        return validate(ofSchema, document, rules, { hideSuggestions: true, maxErrors: 20 });
      });
    },
    onExecute({ args, executeFn, setExecuteFn, extendContext, setResultAndStopExecution }) {
      const { asked } = args.contextValue;
      const operation = getOperationAST(args.document, args.operationName) as OperationDefinitionNode; // Yoga has refused an operation it does not find.
      const variables = getVariableValues(args.schema, operation.variableDefinitions ?? [], args.variableValues ?? {}, {
        maxErrors: 5,
        hideSuggestions: true,
      });
      if (variables.errors) return setResultAndStopExecution({ errors: variables.errors });
      const meter = createMeter(limits.cost);
      asked.cost = meter.cost;
      meter.add(staticCost(args.schema, args.document, operation, variables.coerced));
      extendContext({ ...asked.context, cost: meter });
      setExecuteFn((all) =>
        inTime(operationMs(args.schema, operation, limits), (signal) =>
          inOperation(operation, asked.context, async (db) => {
            Object.assign(all.contextValue, { db });
            return (await executeFn(Object.assign(all, { signal }))) as ExecutionResult;
          }),
        ),
      );
    },
    onResultProcess({ serverContext, setResultProcessor }) {
      setResultProcessor((result) => answer(result as ExecutionResult, serverContext.asked, limits.cost), serverContext.asked.answerType.mediaType);
    },
  };
}

type Work = (db: Database) => Promise<ExecutionResult>;

/** Runs an operation in a transaction of its own, which is over before the answer is sent. What asks only for the schema needs none. */
function inOperation(operation: OperationDefinitionNode, { db, viewer }: RequestContext, work: Work): Promise<ExecutionResult> {
  const isOfSchema = operation.selectionSet.selections.every((it) => it.kind === Kind.FIELD && it.name.value.startsWith('__'));
  if (isOfSchema) return work(db);
  return operation.operation === 'mutation' ? changing(db, viewer, work) : readAs(db, viewer, work);
}

/** Runs a mutation. Where it meets an error of the operation (problems in payloads are none) nothing of it is stored, and the answer says so by holding no data. */
async function changing(db: Database, viewer: Viewer, work: Work): Promise<ExecutionResult> {
  const takenBack = new Error('the mutation met an error');
  let result: ExecutionResult = {};
  try {
    return await writeAs(db, viewer, async (transaction) => {
      result = await work(transaction);
      if (result.errors) throw takenBack;
      return result;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
    return { ...result, data: null };
  }
}

/** How long the operation may take: longer where a field at its top says so in its extensions, as `operationMs`. */
function operationMs(schema: GraphQLSchema, { operation, selectionSet }: OperationDefinitionNode, limits: Limits): number {
  const fields = schema.getRootType(operation)?.getFields() ?? {};
  const own = selectionSet.selections.map((it) => Number((it.kind === Kind.FIELD && fields[it.name.value]?.extensions.operationMs) || 0));
  return Math.max(limits.operationMs, ...own);
}

/** The answer to a client: errors masked and logged, the cost beside it (0 of what was not executed), and the status. */
function answer(result: ExecutionResult, asked: Asked, costMax: number): Response {
  const { requestId, language } = asked.context;
  const masked = result.errors?.map((error) => ({ error, told: maskError(error, requestId, language) }));
  for (const { told } of masked ?? []) if (told.code === 'INTERNAL') logError(requestId, told.cause);
  const body = {
    ...(masked && { errors: masked.map(({ error, told }) => formatError(error, told)) }),
    ...(result.data !== undefined && { data: result.data }),
    extensions: { cost: asked.cost?.() ?? { requested: 0, max: costMax } },
  };
  const status = statusOf(result, masked?.map(({ told }) => told) ?? [], asked.answerType);
  const headers = {
    'content-type': `${asked.answerType.mediaType}; charset=utf-8`,
    ...(status === 405 && { allow: 'POST' }),
    ...(status === 503 && { 'retry-after': '5' }),
  };
  asked.answered = { status, headers, text: JSON.stringify(body) };
  return new Response(null, { status });
}

function statusOf(result: ExecutionResult, errors: readonly MaskedError[], type: AnswerType): number {
  const isAway = errors.some((error) => error.isUnavailable);
  if (result.data !== undefined) {
    const isEmpty = Object.values(result.data ?? {}).every((value) => value === null);
    return isAway && isEmpty ? 503 : 200;
  }
  if (isAway) return 503;
  if (errors.some((error) => error.code === 'INTERNAL')) return 500;
  if (errors.some((error) => error.httpStatus === 405)) return 405;
  // GraphQL over HTTP, 6.4.1: 200 for a client that asked for application/json by name; the audit looks for it.
  return type.isLegacy && errors.every((error) => error.code === 'INVALID') ? 200 : 400;
}
